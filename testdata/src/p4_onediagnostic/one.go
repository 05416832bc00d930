// Package main: P4, one diagnostic per call to move, however many handlers and
// ways reach it.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	switch os.Getenv("HANDLER") {
	case "a":
		lambda.Start(a)
	case "b":
		lambda.Start(b)
	case "again":
		lambda.Start(a)
	default:
		lambda.Start(func(ctx context.Context) error {
			shared()
			return a(ctx)
		})
	}
}

func a(ctx context.Context) error {
	shared()
	shared()
	go shared()
	defer shared()
	build() // want `dynamodb\.New`
	return nil
}

func b(ctx context.Context) error {
	for range 3 {
		shared()
	}
	through()
	build() // want `dynamodb\.New`
	return nil
}

func through() { shared() }

// shared is reached on many ways from three handlers.
func shared() {
	s3.New(s3.Options{}) // want `s3\.New`
}

// build is a constructor: each of its calls is one to move.
func build() *dynamodb.Client { return dynamodb.New(dynamodb.Options{}) }
