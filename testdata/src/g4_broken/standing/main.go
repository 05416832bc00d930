// Package main: G4, what a broken guard should have saved is reported where it is
// built, also where its function returns it.
package main

import (
	"context"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var buckets, queues sync.Map

func bucket(name string) *s3.Client {
	v, _ := buckets.LoadOrStore(name, s3.New(s3.Options{})) // want `s3\.New.*because LoadOrStore gets it ready-made`
	return v.(*s3.Client)
}

func queue(name string) *sqs.Client {
	if v, ok := queues.Load(name); ok {
		return v.(*sqs.Client)
	}
	v, _ := queues.LoadOrStore(name, sqs.New(sqs.Options{}))
	return v.(*sqs.Client)
}

func memo[T any](build func() T) func() T {
	var (
		v    T
		done bool
	)
	return func() T {
		if !done {
			v, done = build(), true
		}
		return v
	}
}

var kept = memo(func() *sns.Client { return sns.New(sns.Options{}) })

func handle(ctx context.Context) error {
	bucket("a")
	queue("b")
	kept()
	again := memo(func() *s3.Client {
		return s3.New(s3.Options{}) // want `s3\.New.*because what holds done is itself created during the invocation`
	})
	again()
	return nil
}

func main() { lambda.Start(handle) }
