// Package main: P1, what another module's function gets from a callback and hands back.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/singleflight"
)

var flight singleflight.Group

func shared() any {
	v, _, _ := flight.Do("k", func() (any, error) { return s3.New(s3.Options{}), nil })
	return v
}

func dropped() error {
	var g errgroup.Group
	g.Go(func() error {
		_ = sns.New(sns.Options{}) // want `sns\.New`
		return nil
	})
	return g.Wait()
}

func captured() (*sqs.Client, error) {
	var c *sqs.Client
	var g errgroup.Group
	g.Go(func() error {
		c = sqs.New(sqs.Options{})
		return nil
	})
	return c, g.Wait()
}

func handle(ctx context.Context) error {
	_ = shared()         // want `s3\.New`
	_, err := captured() // want `sqs\.New`
	if err != nil {
		return err
	}
	return dropped()
}

func main() { lambda.Start(handle) }
