// Package computed: G2 near misses, tests of what was computed with the help of
// the storage, not of the storage itself.
package computed

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client *s3.Client

// get builds every time, though it keeps the last one.
func get() *s3.Client {
	client = s3.New(s3.Options{})
	return client
}

func lookup(ctx context.Context, id string) *s3.ListBucketsOutput {
	out, err := get().ListBuckets(ctx, &s3.ListBucketsInput{}) // want `s3\.New`
	if err != nil {
		return nil
	}
	return out
}

func handled(ctx context.Context, path string) bool {
	if path == "/health" {
		_ = lookup(ctx, path)
		return true
	}
	return false
}

func handle(ctx context.Context, event events.APIGatewayProxyRequest) error {
	if handled(ctx, event.Path) {
		return nil
	}
	if x := lookup(ctx, event.Path); x != nil {
		return nil
	}
	_, err := get().ListBuckets(ctx, &s3.ListBucketsInput{}) // want `s3\.New`
	return err
}

// current gives out the storage itself: that is a guard.
var kept *s3.Client

func current() *s3.Client { return kept }

func getter(ctx context.Context, event events.SQSEvent) {
	if c := current(); c == nil {
		kept = s3.New(s3.Options{})
	}
}
