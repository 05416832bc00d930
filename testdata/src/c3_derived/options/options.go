// Package options: C3 with functional options and function-typed constructors.
package options

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type app struct {
	client *s3.Client
	queue  *sqs.Client
}

type option func(*app)

func withQueue() option {
	q := sqs.New(sqs.Options{}) // built when the option is made
	return func(a *app) { a.queue = q }
}

func withLateQueue() option {
	return func(a *app) { a.queue = sqs.New(sqs.Options{}) } // built when it is applied
}

func withClient(c *s3.Client) option {
	return func(a *app) { a.client = c }
}

func newApp(opts ...option) *app {
	a := &app{}
	for _, o := range opts {
		o(a)
	}
	return a
}

func early(ctx context.Context, event events.SQSEvent) {
	_ = newApp(withQueue()) // want `sqs\.New`
}

func given(ctx context.Context, event events.SQSEvent) {
	_ = newApp(withClient(s3.New(s3.Options{}))) // want `s3\.New`
}

// factory fields and variables that hold a constructor.
type factories struct{ client func() *s3.Client }

var newClient = func() *s3.Client { return s3.New(s3.Options{}) }

func handle(ctx context.Context, event events.SQSEvent) {
	f := factories{client: func() *s3.Client { return s3.New(s3.Options{}) }}
	f.client()  // want `s3\.New`
	newClient() // want `s3\.New`
	build := s3.New
	build(s3.Options{}) // want `s3\.New`
}

// Near miss: nothing is built, neither by the option nor by the app.
var (
	client = s3.New(s3.Options{})
	_      = withLateQueue // never applied
)

func existing(ctx context.Context, event events.SQSEvent) {
	_ = newApp(withClient(client))
}
