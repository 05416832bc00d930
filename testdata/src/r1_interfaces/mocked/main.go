// Package main: R1 near miss, another program over the same use case, wired
// with what builds nothing.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"

	"example.test/lambda/r1_interfaces/wired/ports"
)

type quiet struct{}

func (quiet) Put(ctx context.Context, id string) error { return nil }

func (quiet) Notify(ctx context.Context, text string) error { return nil }

func main() {
	u := ports.New(quiet{}, quiet{}, func() int64 { return 0 })
	lambda.Start(u.Run)
}
