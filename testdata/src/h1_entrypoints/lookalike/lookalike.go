// Package main: H1 near miss, a package of its own with the same name.
package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.test/lambda/h1_entrypoints/lookalike/lambda"
)

type local struct{}

// Start is a method that happens to be called like an entry point.
func (local) Start(f func(context.Context) error) { _ = f(context.Background()) }

func main() {
	lambda.Start(handle)
	local{}.Start(handle)
}

func handle(ctx context.Context) error {
	s3.New(s3.Options{})
	return nil
}
