// Package fetched: G2, what was there before and is only fetched under a test does
// not make that test a guard.
package fetched

import (
	"context"
	"database/sql"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var pool, _ = sql.Open("pgx", "")

type deps struct {
	db   *sql.DB
	used *sql.DB
}

func (d *deps) get() *sql.DB { return d.used }

// fallback gives the pool that was there, and builds a client besides.
func (d *deps) fallback() *sql.DB {
	audit(s3.NewFromConfig(aws.Config{})) // want `^s3\.NewFromConfig is built again on every invocation of fetched\.handle, because what get\(\) reads is tested, but what is built is not stored in it`
	return d.db
}

func audit(*s3.Client) {}

var all = &deps{db: pool, used: pool}

func handle(ctx context.Context, event events.SQSEvent) error {
	db := all.get()
	if db == nil {
		db = all.fallback()
	}
	return db.Ping()
}

// What is built under the test and kept by it.
func (d *deps) lazily() *sql.DB {
	if d.used == nil {
		d.used, _ = sql.Open("pgx", "")
	}
	return d.used
}

func handleLazily(ctx context.Context, event events.SQSEvent) error { return all.lazily().Ping() }
