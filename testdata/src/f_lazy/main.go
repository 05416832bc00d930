// Package main: F6, what is built on first use. The error stays where it was.
package main

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	lambda.Start(chain)
	lambda.Start(condition)
}

func chain(ctx context.Context, e events.S3Event) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return fmt.Errorf("loading the config: %w", err)
	}
	client := s3.NewFromConfig(cfg) // want `s3\.NewFromConfig`
	key := e.Records[0].S3.Object.Key
	_, err = client.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key})
	return err
}

// condition opens the database only for some events, with either fix that can be had.
func condition(ctx context.Context, e events.S3Event) error {
	if len(e.Records) > 0 {
		db, err := sql.Open("pgx", "host=db") // want `sql\.Open`
		if err != nil {
			return err
		}
		return db.PingContext(ctx)
	}
	return nil
}
