// Package main: H3, middleware around handlers that are interfaces, given to
// another module's chain: its body runs once.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/wolfeidau/lambda-go-extras/lambdaextras"
	"github.com/wolfeidau/lambda-go-extras/middleware"
)

func main() {
	chain := middleware.New(logged).Use(logged)
	lambda.StartHandler(chain.ThenFunc(handle))
}

func logged(next lambda.Handler) lambda.Handler {
	s3.New(s3.Options{})
	return lambdaextras.HandlerFunc(func(ctx context.Context, payload []byte) ([]byte, error) {
		s3.New(s3.Options{}) // want `s3\.New`
		return next.Invoke(ctx, payload)
	})
}

func handle(ctx context.Context, payload []byte) ([]byte, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}
