// Package main: E1, what a map keeps under one constant key is not what it keeps
// under another.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	params := map[string]any{"dsn": os.Getenv("DSN"), "tenant": event.Records[0].Body}
	open(params["dsn"].(string)) // want `sql\.Open`
	open(params["tenant"].(string))

	nested := map[string]map[string]string{"db": {"dsn": "pgx", "tenant": event.Records[0].Body}}
	open(nested["db"]["dsn"]) // want `sql\.Open`
	open(nested["db"]["tenant"])

	for _, v := range nested["db"] { // any of them
		open(v)
	}
	key := os.Getenv("KEY")
	open(nested["db"][key])
	open(fmt.Sprint(params))
	copied := maps.Clone(nested["db"])
	open(copied["dsn"]) // cloned by another package: any of them
	return nil
}

func open(dsn string) *sql.DB {
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		panic(err)
	}
	return db
}

func main() { lambda.Start(handle) }
