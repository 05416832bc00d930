package db

import "testing"

func TestForTenantKeepsOnePoolPerTenant(t *testing.T) {
	t.Setenv("DATABASE_URL", "postgres://app@localhost/orders")
	first, err := ForTenant("acme")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	other, err := ForTenant("globex")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	again, err := ForTenant("acme")
	if err != nil || again != first || other == first {
		t.Errorf("pools %p, %p, %p, %v: want one per tenant", first, other, again, err)
	}
}
