// Package store is what the fixes of an importing package need to know about
// (F4): one constructor needs what main sets up.
package store

import (
	"database/sql"
	"os"
)

var table string

// Use is called by main.
func Use(name string) { table = name }

// Open needs the environment.
func Open() (*sql.DB, error) { return sql.Open("pgx", os.Getenv("DSN")) }

// OpenTable needs what Use sets, at any time.
func OpenTable() (*sql.DB, error) { return sql.Open("pgx", table) }
