// Package main: H1, StartHandlerWithContext with a function type that has Invoke.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type invoker func(context.Context, []byte) ([]byte, error)

func (f invoker) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	return f(ctx, payload)
}

func main() {
	lambda.StartHandlerWithContext(context.Background(), invoker(handle))
}

func handle(ctx context.Context, payload []byte) ([]byte, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return payload, nil
}
