// Package main: G4, what memoises in its fields is made by the handler, and
// its methods take the event, so that H6 makes them handlers too. The receiver
// of a handler is taken to outlive the invocation, unless the module shows how
// it is made: here the only maker is the handler itself.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type processor struct{ client *s3.Client }

func main() { lambda.Start(handle) }

func handle(ctx context.Context, event events.SQSEvent) error {
	p := &processor{}
	for _, m := range event.Records {
		if err := p.process(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

func (p *processor) process(ctx context.Context, m events.SQSMessage) error {
	if p.client == nil {
		p.client = s3.New(s3.Options{}) // want `s3\.New.*created during the invocation`
	}
	return nil
}

// worker is made by nobody in this package: H6 alone, and given the benefit.
type worker struct{ client *s3.Client }

func (w *worker) process(ctx context.Context, m events.SQSMessage) error {
	if w.client == nil {
		w.client = s3.New(s3.Options{})
	}
	return nil
}
