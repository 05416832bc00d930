// Package own stands for another package of the module.
package own

import "example.com/sql"

var Region = "x"

type Store struct{ DB *sql.DB }

func NewStore(db *sql.DB) *Store { return &Store{db} }

func (s *Store) Close() error { return nil }

func (s *Store) Put(key string) error { return nil }

func Open() (*Store, error) { return &Store{}, nil }
