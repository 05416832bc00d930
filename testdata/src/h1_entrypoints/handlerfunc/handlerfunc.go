// Package main: H1, the generic StartHandlerFunc.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type in struct{ Name string }

type out struct{ Greeting string }

func main() {
	lambda.StartHandlerFunc(greet, lambda.WithEnableSIGTERM(func() { s3.New(s3.Options{}) }))
}

func greet(ctx context.Context, i in) (out, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return out{"hello " + i.Name}, nil
}
