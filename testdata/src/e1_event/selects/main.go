// Package main: E1, event data that a select statement sends or receives.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, e events.S3Event) error {
	regions := make(chan string, 1)
	select {
	case regions <- e.Records[0].AWSRegion:
	case <-ctx.Done():
	}
	_ = dynamodb.New(dynamodb.Options{Region: <-regions})
	constants := make(chan string, 1)
	select {
	case constants <- "eu-central-1":
	case <-ctx.Done():
	}
	_ = s3.New(s3.Options{Region: <-constants}) // want `s3\.New`
	return nil
}

func main() { lambda.Start(handle) }
