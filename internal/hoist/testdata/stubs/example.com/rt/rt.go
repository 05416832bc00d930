// Package rt is what the programs of the property test build: constructors
// that count their calls and values that show how they were built.
package rt

import (
	"context"
	"errors"
	"fmt"
)

// Built counts the constructor calls.
var Built int

type Config struct {
	Region string
	Opts   []string
}

type Client struct{ cfg Config }

type DB struct {
	dsn    string
	closed bool
}

func Load(ctx context.Context, opts ...string) (Config, error) {
	Built++
	if ctx == nil {
		return Config{}, errors.New("no context")
	}
	return Config{Region: "eu", Opts: opts}, nil
}

func New(cfg Config, name string) *Client {
	Built++
	cfg.Opts = append(append([]string{}, cfg.Opts...), name)
	return &Client{cfg}
}

func Open(dsn string) (*DB, error) {
	Built++
	return &DB{dsn: dsn}, nil
}

func (c *Client) Do(ctx context.Context, key string) (string, error) {
	if key == "bad" {
		return "", errors.New("bad key")
	}
	return fmt.Sprint(c.cfg.Region, c.cfg.Opts, key), nil
}

func (d *DB) Query(key string) (string, error) {
	if d.closed {
		return "", errors.New("closed")
	}
	return d.dsn + key, nil
}

func (d *DB) Close() error {
	d.closed = true
	return nil
}
