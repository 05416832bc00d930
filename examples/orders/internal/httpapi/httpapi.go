// Package httpapi serves reports over HTTP.
package httpapi

import (
	"fmt"
	"net/http"

	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/lambdainit/lambdainit/examples/orders/internal/db"
	"github.com/lambdainit/lambdainit/examples/orders/internal/settings"
)

// New gives the routes.
func New() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", health)
	mux.HandleFunc("GET /turnover", turnover)
	mux.HandleFunc("GET /tenants/{tenant}/turnover", tenantTurnover)
	return mux
}

// health opens a pool for every request, only to close it again.
func health(w http.ResponseWriter, r *http.Request) {
	pool, err := pgxpool.New(r.Context(), settings.DSN()) // finding: sql
	if err != nil {
		http.Error(w, "bad database settings", http.StatusInternalServerError)
		return
	}
	defer pool.Close()
	if err := pool.Ping(r.Context()); err != nil {
		http.Error(w, "database unreachable", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func turnover(w http.ResponseWriter, r *http.Request) {
	pool, err := db.Shared()
	if err != nil {
		http.Error(w, "bad database settings", http.StatusInternalServerError)
		return
	}
	writeTurnover(w, r, pool)
}

func tenantTurnover(w http.ResponseWriter, r *http.Request) {
	pool, err := db.ForTenant(r.PathValue("tenant"))
	if err != nil {
		http.Error(w, "no such tenant", http.StatusNotFound)
		return
	}
	writeTurnover(w, r, pool)
}

func writeTurnover(w http.ResponseWriter, r *http.Request, pool *pgxpool.Pool) {
	var cents int64
	row := pool.QueryRow(r.Context(), "SELECT coalesce(sum(cents), 0) FROM orders")
	if err := row.Scan(&cents); err != nil {
		http.Error(w, "database unreachable", http.StatusServiceUnavailable)
		return
	}
	_, _ = fmt.Fprintf(w, "%d.%02d\n", cents/100, cents%100)
}
