// Package main: H1, NewHandler and NewHandlerWithOptions take handlers too.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	if os.Getenv("PLAIN") != "" {
		lambda.Start(lambda.NewHandler(plain))
	}
	h := lambda.NewHandlerWithOptions(withOptions, lambda.WithSetEscapeHTML(true))
	lambda.StartHandler(h)
}

func plain(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func withOptions(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}
