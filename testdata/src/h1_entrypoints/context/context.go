// Package main: H1, StartWithContext; the handler is the second argument.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	lambda.StartWithContext(background(), handle)
}

func background() context.Context {
	s3.New(s3.Options{})
	return context.Background()
}

func handle() error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}
