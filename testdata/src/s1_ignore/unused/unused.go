// Package unused: S1, a mark that suppresses nothing is reported with -v only.
package unused

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{}) //lambdainit:ignore this is built once anyway

func handle(ctx context.Context, event events.SQSEvent) error {
	//lambdainit:ignore nothing is built here
	_, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}
