// Package main: G2, a token in a channel that lets only the first invocation build.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var (
	first  = make(chan struct{}, 1)
	back   = make(chan struct{}, 1)
	closed = make(chan struct{})
	ticks  = make(chan struct{}, 9)
	empty  = make(chan struct{}, 1)

	objects *s3.Client
	queue   *sqs.Client
	topic   *sns.Client
)

func init() {
	first <- struct{}{}
	back <- struct{}{}
	close(closed)
	go func() {
		for {
			ticks <- struct{}{}
		}
	}()
}

func handle(ctx context.Context) error {
	select {
	case <-first:
		objects = s3.New(s3.Options{})
	default:
	}
	givenBack()
	afterClose()
	refilled()
	local()
	select {
	case <-empty:
		_ = sns.New(sns.Options{}) // want `^sns\.New is built`
	default:
	}
	_, err := objects.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

// givenBack: the next invocation gets the token again.
func givenBack() {
	select {
	case <-back:
		queue = sqs.New(sqs.Options{}) // want `^sqs\.New is built`
		back <- struct{}{}
	default:
	}
}

// afterClose: a closed channel always has something to receive.
func afterClose() {
	select {
	case <-closed:
		topic = sns.New(sns.Options{}) // want `^sns\.New is built`
	default:
	}
}

// refilled: there is a token for each invocation.
func refilled() {
	select {
	case <-ticks:
		_ = sqs.New(sqs.Options{}) // want `^sqs\.New is built`
	default:
	}
}

// local: the channel is the invocation's own.
func local() {
	once := make(chan struct{}, 1)
	once <- struct{}{}
	select {
	case <-once:
		_ = s3.New(s3.Options{}) // want `^s3\.New is built`
	default:
	}
}

func main() { lambda.Start(handle) }
