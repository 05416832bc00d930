// Package tests: H6 and S3, an event in a test file makes no handler, and
// nothing is reported there unless -test.
package tests

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// build is called by the test only.
func build() { s3.New(s3.Options{}) }
