// Package main: G2, a test of storage or something else: it builds now and then.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var (
	objects *s3.Client
	queue   *sqs.Client
	topic   *sns.Client
)

type scratch struct{ topic *sns.Client }

func handle(ctx context.Context, event events.APIGatewayProxyRequest) error {
	if objects == nil || event.Headers["refresh"] == "1" {
		objects = s3.New(s3.Options{})
	}
	if os.Getenv("ALWAYS") != "" || queue == nil {
		queue = sqs.New(sqs.Options{})
	}
	s := &scratch{}
	if topic == nil || s.topic == nil { // one of the two is always missing
		topic = sns.New(sns.Options{}) // want `sns\.New`
		s.topic = topic
	}
	return nil
}

func main() { lambda.Start(handle) }
