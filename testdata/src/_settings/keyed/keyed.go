// Package keyed: E1 with -keyed. Run with Config{Keyed: true}; without it only
// the last line of handle is reported.
package keyed

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, event events.S3Event) {
	for _, r := range event.Records {
		s3.New(s3.Options{Region: r.AWSRegion}) // want `s3\.New`
	}
	list(ctx, event.Records[0].AWSRegion)
	s3.New(s3.Options{}) // want `s3\.New`
}

func list(ctx context.Context, region string) {
	c := s3.New(s3.Options{Region: region}) // want `s3\.New`
	_, _ = c.ListBuckets(ctx, &s3.ListBucketsInput{})
}

var clients = map[string]*s3.Client{}

// cached is keyed already.
func cached(ctx context.Context, event events.S3Event) *s3.Client {
	region := event.Records[0].AWSRegion
	c, ok := clients[region]
	if !ok {
		c = s3.New(s3.Options{Region: region})
		clients[region] = c
	}
	return c
}
