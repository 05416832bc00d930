// Package memory: C1, a database in memory is the invocation's own.
package memory

import (
	"context"
	"database/sql"

	"github.com/aws/aws-lambda-go/events"
)

const dsn = "file:tables?mode=memory&cache=shared"

func handle(ctx context.Context, event events.SQSEvent) error {
	_, _ = sql.Open("sqlite3", ":memory:")
	_, _ = sql.Open("sqlite3", dsn)
	_, _ = sql.Open("duckdb", "")
	_, _ = sql.Open("duckdb", "/opt/prices.db")  // want `^sql\.Open`
	_, _ = sql.Open("sqlite3", "/opt/prices.db") // want `^sql\.Open`
	_, err := sql.Open("pgx", "")                // want `^sql\.Open`
	return err
}
