// Package main: E1, of a copied struct only the parts that hold event data depend
// on the event, and what comes out of an iterator over event data does.
package main

import (
	"context"
	"iter"
	"log"
	"slices"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var base aws.Config

type job struct {
	event  events.S3Event
	config aws.Config
}

func (j job) queue() *sqs.Client {
	return sqs.NewFromConfig(j.config, func(*sqs.Options) {
		log.Println("a queue for", j.event.Records[0].S3.Object.Key)
	})
}

func (j job) bucket() *s3.Client {
	return s3.NewFromConfig(j.config, func(o *s3.Options) { o.Region = j.event.Records[0].AWSRegion })
}

func transform[T, U any](from iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		for v := range from {
			if !yield(f(v)) { // want `s3\.New`
				return
			}
		}
	}
}

func client(r events.S3EventRecord) *s3.Client { return s3.New(s3.Options{Region: r.AWSRegion}) }

func same(events.S3EventRecord) *s3.Client { return s3.New(s3.Options{}) }

func handle(ctx context.Context, event events.S3Event) error {
	j := job{event, base}
	j.queue() // want `sqs\.NewFromConfig`
	j.bucket()
	for c := range transform(slices.Values(event.Records), client) {
		_ = c
	}
	for c := range transform(slices.Values(event.Records), same) {
		_ = c
	}
	return nil
}

func main() { lambda.Start(handle) }
