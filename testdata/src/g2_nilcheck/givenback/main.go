// Package main: G2, what is tested comes from storage, and the result goes back there.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type app struct{ queue *sqs.Client }

var (
	topic, other *sns.Client
	bucket       *s3.Client
)

func ensure(c *sns.Client) *sns.Client {
	if c != nil {
		return c
	}
	return sns.New(sns.Options{})
}

func orNew(c *sqs.Client) *sqs.Client {
	if c == nil {
		c = sqs.New(sqs.Options{})
	}
	return c
}

func open(c *s3.Client) (*s3.Client, error) {
	if c == nil {
		c = s3.New(s3.Options{})
	}
	return c, nil
}

// filled takes and gives back a struct, by value.
func filled(a app) app {
	if a.queue == nil {
		a.queue = sqs.New(sqs.Options{})
	}
	return a
}

// refilled does so for a caller that drops it.
func refilled(a app) app {
	if a.queue == nil {
		a.queue = sqs.New(sqs.Options{}) // want `sqs\.New`
	}
	return a
}

var byValue, dropped app

func (a *app) handle(ctx context.Context) (err error) {
	topic = ensure(topic)
	_ = ensure(other) // want `sns\.New`
	a.queue = orNew(a.queue)
	local := app{}
	local.queue = orNew(local.queue) // want `sqs\.New`
	byValue = filled(byValue)
	_ = refilled(dropped)
	bucket, err = open(bucket)
	return err
}

func main() {
	a := &app{}
	lambda.Start(a.handle)
}
