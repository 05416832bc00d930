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

// Store is what New gives.
type Store struct {
	db *sql.DB
	n  int
}

// New opens one.
func New() *Store {
	db, _ := sql.Open("pgx", os.Getenv("DSN"))
	return &Store{db: db}
}

// Ping only uses it.
func (s *Store) Ping() error { return s.db.Ping() }

// Count changes it.
func (s *Store) Count() { s.n++ }

// Drain closes it, one call deeper.
func (s *Store) Drain() error { return finish(s.db) }

func finish(db *sql.DB) error {
	defer db.Close()
	return db.Ping()
}
