// Package main: H2, R1: what another module's functions take out of a map or
// put together is what went in.
package main

import (
	"context"
	"maps"
	"slices"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type step = func(context.Context) error

var (
	handlers = map[string]step{"a": handle}
	steps    = map[string]step{"first": first}
	idle     = map[string]step{"never": never}
)

func main() {
	all := slices.Collect(maps.Values(handlers))
	_ = slices.Collect(maps.Values(idle))
	lambda.Start(all[0])
}

func handle(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	for _, s := range slices.Collect(maps.Values(steps)) {
		if err := s(ctx); err != nil {
			return err
		}
	}
	return nil
}

func first(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// never is in a map that nothing calls from.
func never(ctx context.Context) error {
	s3.New(s3.Options{})
	return nil
}
