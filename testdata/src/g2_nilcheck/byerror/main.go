// Package main: G2, a getter's error says that nothing is stored.
package main

import (
	"context"
	"database/sql"
	"errors"

	"github.com/aws/aws-lambda-go/lambda"
)

var errEmpty = errors.New("empty")

type cache struct{ db *sql.DB }

func (c *cache) get() (*sql.DB, error) {
	if c.db == nil {
		return nil, errEmpty
	}
	return c.db, nil
}

var kept, lost cache

func open() (*sql.DB, error) {
	if db, err := kept.get(); err == nil {
		return db, nil
	}
	db, err := sql.Open("pgx", "")
	if err != nil {
		return nil, err
	}
	kept.db = db
	return db, nil
}

func forget() (*sql.DB, error) {
	if db, err := lost.get(); err == nil {
		return db, nil
	}
	return sql.Open("pgx", "") // want `sql\.Open.*what get\(\) reads is tested, but what is built is not stored`
}

var last *sql.DB

func handle(ctx context.Context) error {
	if _, err := open(); err != nil {
		return err
	}
	_, err := forget()
	if err != nil {
		return err
	}
	db, err := sql.Open("pgx", "") // want `sql\.Open`
	if err != nil {
		return err
	}
	last = db
	return nil
}

func main() { lambda.Start(handle) }
