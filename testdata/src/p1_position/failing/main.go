// Package main: P1, a constructor that tries what it built moves as a whole: its
// error tells no event. What else it returns may.
package main

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
)

type event struct{ Name string }

func tried(ctx context.Context, e event) (*sql.DB, error) {
	db, err := sql.Open("pgx", "dsn")
	if err != nil {
		return nil, fmt.Errorf("for %s: %w", e.Name, err)
	}
	return db, db.PingContext(ctx)
}

func named(e event) (*sql.DB, string) {
	db, _ := sql.Open("pgx", "dsn") // want `^sql\.Open is built again on every invocation of main\.handle: .* build it once`
	return db, e.Name
}

func handle(ctx context.Context, e event) error {
	_, err := tried(ctx, e) // want `^sql\.Open is built again on every invocation of main\.handle: .* make this call once`
	if err != nil {
		return err
	}
	_, name := named(e)
	fmt.Println(name)
	return nil
}

func main() { lambda.Start(handle) }
