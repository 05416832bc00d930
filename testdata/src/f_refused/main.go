// Package main: F4, what is not fixed. The reason stands above each want.
package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var db *sql.DB

func main() {
	lambda.Start(parameter)
	lambda.Start(broken)
	lambda.Start(function{os.Getenv("DSN")}.receiver)
	lambda.Start(mixed)
}

func parameter(ctx context.Context) error { return ping(ctx, "host=db") }

func ping(ctx context.Context, dsn string) error {
	// not fixed: it depends on parameter dsn at main.go:25
	db, err := sql.Open("pgx", dsn) // want `sql\.Open`
	if err != nil {
		return err
	}
	return db.PingContext(ctx)
}

func broken(ctx context.Context) error {
	if db == nil {
		// not fixed: its guard has to be mended
		db, err := sql.Open("pgx", "") // want `sql\.Open`
		if err != nil {
			return err
		}
		return db.PingContext(ctx)
	}
	return nil
}

type function struct{ dsn string }

func (f function) receiver(ctx context.Context) error {
	// not fixed: it depends on receiver f at main.go:48
	db, err := sql.Open("pgx", f.dsn) // want `sql\.Open`
	if err != nil {
		return err
	}
	return db.PingContext(ctx)
}

// mixed: the fix of the first leaves the second as it is.
func mixed(ctx context.Context) error {
	one, err := sql.Open("pgx", "") // want `sql\.Open`
	if err != nil {
		return err
	}
	two, err := sql.Open("pgx", ctx.Value("dsn").(string)) // depends on the event
	if err != nil {
		return err
	}
	return ping2(ctx, one, two)
}

func ping2(ctx context.Context, all ...*sql.DB) error {
	for _, db := range all {
		if err := db.PingContext(ctx); err != nil {
			return err
		}
	}
	return nil
}
