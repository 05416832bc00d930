// Package main: G2 on variables captured from code that runs once.
package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	var client *s3.Client
	if os.Getenv("DB") != "" {
		lambda.Start(withDB())
		return
	}
	lambda.Start(func(ctx context.Context) error {
		if client == nil {
			cfg, err := config.LoadDefaultConfig(ctx)
			if err != nil {
				return err
			}
			client = s3.NewFromConfig(cfg)
		}
		var mine *s3.Client // lives in the invocation
		if mine == nil {
			mine = s3.New(s3.Options{}) // want `s3\.New.*created during the invocation`
		}
		get := func() *s3.Client {
			if client != nil {
				return client
			}
			client = s3.New(s3.Options{})
			return client
		}
		get()
		return nil
	})
}

func withDB() func(context.Context) error {
	var (
		db     *sql.DB
		opened bool
	)
	return func(ctx context.Context) error {
		if opened {
			return db.PingContext(ctx)
		}
		var err error
		if db, err = sql.Open("pgx", os.Getenv("DSN")); err != nil {
			return err
		}
		opened = true
		return nil
	}
}
