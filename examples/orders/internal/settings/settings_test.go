package settings

import "testing"

func TestTenantDSN(t *testing.T) {
	t.Setenv("DATABASE_URL", "postgres://app@db.internal/orders?sslmode=require")
	got, err := TenantDSN("acme")
	if want := "postgres://app@db.internal/acme?sslmode=require"; err != nil || got != want {
		t.Errorf("TenantDSN = %q, %v; want %q", got, err, want)
	}
}
