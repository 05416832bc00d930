// Package ignore: constructors left out by setting. Run with
//
//	Config{Ignore: []string{"github.com/aws/aws-sdk-go-v2/service/s3.*"}}
package ignore

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func handle(ctx context.Context, event events.SQSEvent) {
	s3.New(s3.Options{})
	sqs.New(sqs.Options{}) // want `sqs\.New`
	build()                // want `sqs\.New`
}

func build() (*s3.Client, *sqs.Client) { return s3.New(s3.Options{}), sqs.New(sqs.Options{}) }
