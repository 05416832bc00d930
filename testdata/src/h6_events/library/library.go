// Package library: H6, a function with an event among its parameters runs per
// invocation wherever it stands. No entry point is near.
package library

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func byValue(ctx context.Context, event events.SQSEvent) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// ByPointer is exported.
func ByPointer(event *events.APIGatewayProxyRequest) (*events.APIGatewayProxyResponse, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func bySlice(records []events.S3EventRecord) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func byMessage(ctx context.Context, message events.SQSMessage) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func bySlicePointer(records []*events.KinesisEventRecord) {
	s3.New(s3.Options{}) // want `s3\.New`
}

type envelope struct {
	Trace string
	Event events.SNSEvent
}

func byStruct(e envelope) {
	s3.New(s3.Options{}) // want `s3\.New`
}

type embedding struct{ events.CloudWatchEvent }

func byEmbedding(ctx context.Context, e *embedding) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type batch struct{ Records []events.SQSMessage }

func byBatch(b *batch) {
	s3.New(s3.Options{}) // want `s3\.New`
}

type service struct{ client *s3.Client }

func (s *service) method(ctx context.Context, event events.DynamoDBEvent) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return helper()
}

func helper() error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func second(ctx context.Context, name string, event events.SQSEvent) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// literal: closures count as well.
var literal = func(event events.SQSEvent) {
	s3.New(s3.Options{}) // want `s3\.New`
}

// Near misses.

// New returns a handler, and takes no event itself.
func New() func(context.Context, events.SQSEvent) error {
	client := s3.New(s3.Options{})
	return func(ctx context.Context, event events.SQSEvent) error {
		_, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
		s3.New(s3.Options{}) // want `s3\.New`
		return err
	}
}

// response has an events type as result only.
func response() events.APIGatewayProxyResponse {
	s3.New(s3.Options{})
	return events.APIGatewayProxyResponse{StatusCode: 200}
}

// takesHandler has a function of an event as parameter, not an event.
func takesHandler(h func(context.Context, events.SQSEvent) error) {
	s3.New(s3.Options{})
}

// plain takes what is called like an event.
func plain(ctx context.Context, event struct{ Records []string }) {
	s3.New(s3.Options{})
}

// input is the SDK's, not an event.
func input(in *dynamodb.PutItemInput) { s3.New(s3.Options{}) }
