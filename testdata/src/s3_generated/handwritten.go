// Package generated: S3, generated files are analysed for reach, and nothing is
// reported in them.
package generated

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	s3.New(s3.Options{}) // want `s3\.New`
	dispatch(ctx)
	newGenerated() // want `s3\.New`
	return nil
}

// called is reached through generated code.
func called(ctx context.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}
