// Package own stands for another package of the module.
package own

import "example.com/sql"

var Region = "x"

type Store struct{ DB *sql.DB }

func NewStore(db *sql.DB) *Store { return &Store{db} }

func (s *Store) Close() error { return nil }

func (s *Store) Put(key string) error { return nil }

func Open() (*Store, error) { return &Store{}, nil }

type Item struct{ Seen bool }

func Items(db *sql.DB) []*Item { return nil }

func (i *Item) Close() error { return nil }
