// Package nolint: S2, //nolint means the same under every driver.
package nolint

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func endOfLine(ctx context.Context, event events.SQSEvent) {
	s3.New(s3.Options{}) //nolint:lambdainit
	s3.New(s3.Options{}) //nolint:all
	s3.New(s3.Options{}) //nolint:lambdainit // called once a day
	s3.New(s3.Options{}) //nolint:gosec,lambdainit
	s3.New(s3.Options{}) //nolint:lambdainit,gosec // both
	s3.New(s3.Options{}) //nolint
	s3.New(s3.Options{}) // want `s3\.New`
}

func lineAbove(ctx context.Context, event events.SQSEvent) {
	//nolint:lambdainit
	s3.New(s3.Options{})
	s3.New(s3.Options{}) // want `s3\.New`
}

// wholeBody is silent.
//
//nolint:lambdainit
func wholeBody(ctx context.Context, event events.SQSEvent) {
	s3.New(s3.Options{})
	s3.New(s3.Options{})
}

func wholeStatement(ctx context.Context, event events.SQSEvent) {
	//nolint:lambdainit
	// Not often.
	if len(event.Records) > 0 {
		s3.New(s3.Options{})
		s3.New(s3.Options{})
	}
	//lambdainit:ignore one line only
	if len(event.Records) > 0 {
		s3.New(s3.Options{}) // want `s3\.New`
	}
	s3.New(s3.Options{}) //nolint because it is read as golangci-lint reads it
}

// Near misses: other linters' marks.

func others(ctx context.Context, event events.SQSEvent) {
	s3.New(s3.Options{}) /* want `s3\.New` */ //nolint:gosec
	s3.New(s3.Options{}) /* want `s3\.New` */ //nolint:lambdainits
	s3.New(s3.Options{}) /* want `s3\.New` */ //nolint:lambdainit because there is no linter of that name
	//nolint:errcheck,gosec
	s3.New(s3.Options{}) // want `s3\.New`
}
