// Package sql stands for database/sql.
package sql

import "context"

type DB struct{}

type Conn struct{}

type Rows struct{}

func Open(driver, dsn string) (*DB, error) { return &DB{}, nil }

func Connect(ctx context.Context, dsn string) (*Conn, error) { return &Conn{}, nil }

func (db *DB) Close() error { return nil }

func (db *DB) Shutdown() error { return nil }

func (db *DB) SetMaxOpenConns(n int) {}

func (db *DB) Ping(ctx context.Context) error { return nil }

func (db *DB) Query(ctx context.Context, q string) (*Rows, error) { return &Rows{}, nil }

func (r *Rows) Close() error { return nil }

func (c *Conn) Close(ctx context.Context) error { return nil }

func (c *Conn) Exec(ctx context.Context, q string) error { return nil }

type Tx struct{}

func Begin(ctx context.Context, dsn string) (*Tx, error) { return &Tx{}, nil }

func (tx *Tx) Commit() error { return nil }
