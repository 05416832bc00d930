// Package main: G2, a default is built only for those who give nothing; P1, there
// it moves with the call of the constructor.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var shared = s3.New(s3.Options{})

type store struct{ client *s3.Client }

func byParameter(c *s3.Client) *store {
	if c == nil {
		c = s3.New(s3.Options{})
	}
	return &store{c}
}

type settings struct {
	client *s3.Client
	name   string
}

func bySettings(set settings) *store {
	if set.client == nil {
		set.client = s3.New(s3.Options{})
	}
	return &store{set.client}
}

func with(c *s3.Client) func(*store) {
	return func(s *store) { s.client = c }
}

func byOptions(opts ...func(*store)) *store {
	s := &store{}
	for _, o := range opts {
		o(s)
	}
	if s.client == nil {
		s.client = s3.New(s3.Options{})
	}
	return s
}

func handle(ctx context.Context) error {
	byParameter(shared)
	byParameter(nil) // want `s3\.New is built again on every invocation of main\.handle:.*make this call once`
	bySettings(settings{client: shared})
	bySettings(settings{name: "x"}) // want `s3\.New is built again.*make this call once`
	byOptions(with(shared))
	byOptions() // want `s3\.New is built again.*make this call once`
	return nil
}

func main() { lambda.Start(handle) }
