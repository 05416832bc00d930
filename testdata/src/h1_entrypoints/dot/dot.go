// Package main: H1, a dot import.
package main

import (
	"context"

	. "github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() { Start(handle) }

func handle(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}
