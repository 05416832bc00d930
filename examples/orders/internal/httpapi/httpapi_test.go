package httpapi

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestRoutes(t *testing.T) {
	t.Setenv("DATABASE_URL", "postgres://app@localhost:1/orders?connect_timeout=1")
	for path, want := range map[string]int{
		"/":                      http.StatusNotFound,
		"/health":                http.StatusServiceUnavailable,
		"/tenants/acme/turnover": http.StatusServiceUnavailable,
	} {
		w := httptest.NewRecorder()
		New().ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if w.Code != want {
			t.Errorf("GET %s: got %d, want %d", path, w.Code, want)
		}
	}
}
