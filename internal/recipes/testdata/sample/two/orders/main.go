package main

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	db, err := sql.Open("pgx", "orders")
	if err != nil {
		return fmt.Errorf("orders: %w", err)
	}
	defer db.Close()
	return db.PingContext(ctx)
}

func main() { lambda.Start(handle) }
