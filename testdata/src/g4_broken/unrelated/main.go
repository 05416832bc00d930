// Package main: G4, tests of errors and times were meant for no client: nothing
// is said of a guard.
package main

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var errGone = errors.New("gone")

type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

var clk = &clock{}

func find(ctx context.Context) error { return ctx.Err() }

func put(ctx context.Context) error {
	_, err := s3.New(s3.Options{}).PutObject(ctx, nil) // want `^s3\.New is built again on every invocation of main\.handle: `
	return err
}

func handle(ctx context.Context) error {
	if err := find(ctx); errors.Is(err, errGone) {
		return put(ctx)
	}
	if clk.now().Before(time.Now()) {
		return put(ctx)
	}
	return nil
}

func main() { lambda.Start(handle) }
