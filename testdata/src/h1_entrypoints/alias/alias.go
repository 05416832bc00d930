// Package main: H1, the import has another name, and another package has its.
package main

import (
	"context"

	runtime "github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
)

var client = lambda.New(lambda.Options{})

func main() { runtime.Start(handle) }

func handle(ctx context.Context) error {
	own := lambda.New(lambda.Options{}) // want `lambda\.New`
	_, err := own.Invoke(ctx, &lambda.InvokeInput{})
	if err == nil {
		_, err = client.Invoke(ctx, &lambda.InvokeInput{})
	}
	return err
}
