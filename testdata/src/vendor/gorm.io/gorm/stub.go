// Package gorm is a stub for tests: declarations only.
package gorm

import "context"

type Config struct {
	SkipDefaultTransaction bool
}

func (c *Config) Apply(config *Config) error { return nil }

func (c *Config) AfterInitialize(db *DB) error { return nil }

type ConnPool interface {
	stub()
}

type DB struct {
	Error error
}

func (db *DB) Where(query interface{}, args ...interface{}) (tx *DB) { return }

func (db *DB) Begin() (tx *DB) { return }

func (db *DB) Commit() (tx *DB) { return }

func (db *DB) Debug() (tx *DB) { return }

func (db *DB) WithContext(ctx context.Context) (tx *DB) { return }

func (db *DB) Create(value interface{}) (tx *DB) { return }

func (db *DB) First(dest interface{}, conds ...interface{}) (tx *DB) { return }

func (db *DB) Find(dest interface{}, conds ...interface{}) (tx *DB) { return }

func (db *DB) AutoMigrate(dst ...interface{}) error { return nil }

type Dialector interface {
	stub()
}

func Open(dialector Dialector, opts ...Option) (db *DB, err error) { return }

type Option interface {
	AfterInitialize(*DB) error
	Apply(*Config) error
}
