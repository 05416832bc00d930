// Package main: H1, StartWithOptions; its options are no handlers.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	lambda.StartWithOptions(
		func(ctx context.Context) error {
			s3.New(s3.Options{}) // want `s3\.New`
			return nil
		},
		lambda.WithContext(prepare(context.Background())),
		lambda.WithEnableSIGTERM(func() {
			s3.New(s3.Options{Region: "once, at the end"})
		}, bye),
	)
}

func prepare(ctx context.Context) context.Context {
	s3.New(s3.Options{})
	return ctx
}

func bye() { s3.New(s3.Options{}) }
