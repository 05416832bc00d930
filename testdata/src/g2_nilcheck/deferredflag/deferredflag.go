// Package main: G2, deferred flag on receiver.
package main

import (
	"context"
	"database/sql"
	"errors"
	"github.com/aws/aws-lambda-go/lambda"
)

// G2: the flag is set by a deferred closure or method of the receiver (package variables pass)
type repo struct {
	db *sql.DB
	ok bool
}

var r1, r2, r3 repo

func (r *repo) a() (err error) {
	if r.ok {
		return nil
	}
	defer func() { r.ok = err == nil }()
	r.db, err = sql.Open("pgx", "1")
	return
}

func (r *repo) c() (err error) {
	if r.ok {
		return nil
	}
	defer r.done()
	r.db, err = sql.Open("pgx", "1")
	return
}

func (r *repo) done() { r.ok = true }

func handle(ctx context.Context) error { return errors.Join(r1.a(), r2.c()) }

func main() { lambda.Start(handle) }
