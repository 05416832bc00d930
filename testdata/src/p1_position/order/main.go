// Package main: P1, the kind is that of what is built, and returned, first.
package main

import (
	"context"
	"database/sql"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type app struct {
	bucket *s3.Client
	DB     *sql.DB
}

func build() (*app, error) {
	var err error
	a := &app{bucket: s3.New(s3.Options{})}
	if a.DB, err = sql.Open("pgx", ""); err != nil {
		return nil, err
	}
	return a, nil
}

func handle(ctx context.Context) error {
	_, err := build() // want `^s3\.New and sql\.Open`
	return err
}

func main() { lambda.Start(handle) }
