// Package main: R1, who encodes a value calls no function that is in it.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func open() *sql.DB {
	db, _ := sql.Open("pgx", "")
	return db
}

var replies = map[string]any{"a": "text", "b": open}

func handle(ctx context.Context, event events.APIGatewayProxyRequest) ([]byte, error) {
	slices.SortFunc([]string{event.Path, event.Body}, compare)
	return json.Marshal(replies[event.Path])
}

func compare(a, b string) int {
	db, _ := sql.Open("pgx", "compare") // want `^sql\.Open`
	_ = db.Ping()
	return 0
}

func main() { lambda.Start(handle) }
