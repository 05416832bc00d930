// Package db opens the reporting databases.
package db

import (
	"context"
	"fmt"
	"sync"

	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/lambdainit/lambdainit/examples/orders/internal/settings"
)

var (
	once    sync.Once
	pool    *pgxpool.Pool
	poolErr error
)

// Shared gives the pool of the common database, opened on first use. It takes
// no context: a pool that outlives the invocation must not end with it.
func Shared() (*pgxpool.Pool, error) {
	once.Do(func() {
		pool, poolErr = pgxpool.New(context.Background(), settings.DSN())
	})
	return pool, poolErr
}

var (
	mu      sync.Mutex
	tenants = map[string]*pgxpool.Pool{}
)

// ForTenant gives the pool of a tenant's own database. Which one is only known
// from the request, so there is one pool per tenant, kept between invocations.
func ForTenant(tenant string) (*pgxpool.Pool, error) {
	mu.Lock()
	defer mu.Unlock()
	if p, ok := tenants[tenant]; ok {
		return p, nil
	}
	dsn, err := settings.TenantDSN(tenant)
	if err != nil {
		return nil, err
	}
	p, err := pgxpool.New(context.Background(), dsn)
	if err != nil {
		return nil, fmt.Errorf("opening the database of %s: %w", tenant, err)
	}
	tenants[tenant] = p
	return p, nil
}
