// Package store builds per call, and has no handler of its own that does.
package store

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Save builds config and client in its body: two calls to move.
func Save(ctx context.Context, id string) error {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	_, err = dynamodb.NewFromConfig(cfg).PutItem(ctx, &dynamodb.PutItemInput{TableName: &id})
	return err
}

// New is a constructor.
func New() *s3.Client { return s3.New(s3.Options{}) }

// Handle is a handler by its event (H6): reported here, not in importers.
func Handle(ctx context.Context, event events.SQSEvent) error {
	s3.New(s3.Options{}) // want `s3\.New`
	help()
	return nil
}

func help() {
	dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New`
}
