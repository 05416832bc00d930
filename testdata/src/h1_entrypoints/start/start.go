// Package main: H1, lambda.Start.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type order struct{ ID string }

func handle(ctx context.Context, o order) (string, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig.* is built again on every invocation of main\.handle`
	if err != nil {
		return "", err
	}
	client := s3.NewFromConfig(cfg) // want `s3\.NewFromConfig.* is built again on every invocation of main\.handle`
	_, err = client.ListBuckets(ctx, &s3.ListBucketsInput{})
	return o.ID, err
}

// unused looks like a handler and is none.
func unused(ctx context.Context, o order) (string, error) {
	s3.New(s3.Options{})
	return o.ID, nil
}

func main() {
	s3.New(s3.Options{}) // before the entry point: once
	lambda.Start(handle)
	s3.New(s3.Options{}) // Start never returns
}
