// Package main: G1, once under guard.
package main

import (
	"context"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"sync"
)

// G1/G3: the OnceValue is stored in persistent storage under its own test
var perRegion = map[string]func() *s3.Client{}
var client func() *sqs.Client

func get(r string) *s3.Client {
	f, ok := perRegion[r]
	if !ok {
		f = sync.OnceValue(func() *s3.Client { return s3.New(s3.Options{}) })
		perRegion[r] = f
	}
	return f()
}

func handle(ctx context.Context, e events.SQSEvent) error {
	get("x")
	if client == nil {
		client = sync.OnceValue(func() *sqs.Client { return sqs.New(sqs.Options{}) })
	}
	client()
	return nil
}

func main() { lambda.Start(handle) }
