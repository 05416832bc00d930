// Package gorm stands for an object mapper.
package gorm

type Dialector interface{ Name() string }

type Config struct{ PrepareStmt bool }

type Option interface{ Apply(*Config) error }

func (c *Config) Apply(*Config) error { return nil }

type DB struct{ Error error }

func Open(dialector Dialector, opts ...Option) (*DB, error) { return &DB{}, nil }

func (db *DB) Create(value any) *DB { return db }

func (db *DB) Where(query any, args ...any) *DB { return db }

func (db *DB) Table(name string) *DB { return db }

func (db *DB) WithSettings() *DB { return db }
