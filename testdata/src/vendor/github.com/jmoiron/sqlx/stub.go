// Package sqlx is a stub for tests: declarations only.
package sqlx

import (
	"context"
	"database/sql"
)

func Connect(driverName string, dataSourceName string) (*DB, error) { return nil, nil }

func ConnectContext(ctx context.Context, driverName string, dataSourceName string) (*DB, error) {
	return nil, nil
}

type DB struct {
	*sql.DB
}

func (db *DB) Select(dest interface{}, query string, args ...interface{}) error { return nil }

func (db *DB) Get(dest interface{}, query string, args ...interface{}) error { return nil }

func MustConnect(driverName string, dataSourceName string) *DB { return nil }

func NewDb(db *sql.DB, driverName string) *DB { return nil }

func Open(driverName string, dataSourceName string) (*DB, error) { return nil, nil }
