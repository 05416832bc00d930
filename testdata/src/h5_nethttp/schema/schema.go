// Package main: H5, a server of another module runs the methods of the
// interface that it was given, and the functions that they return.
package main

import (
	"context"

	"github.com/acme-inc/lambdakit/graph"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type schema struct{ client *s3.Client }

func (s *schema) Exec(ctx context.Context) func(context.Context) any {
	s3.New(s3.Options{}) // want `s3\.New`
	return func(ctx context.Context) any {
		s3.New(s3.Options{}) // want `s3\.New`
		return s.client
	}
}

// Complexity takes nothing that exists once per event.
func (s *schema) Complexity(field string) int { return 1 }

// Reload is no method of the server's interface.
func (s *schema) Reload(ctx context.Context) {
	s.client = s3.New(s3.Options{})
}

func present(ctx context.Context, err error) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return err
}

func main() {
	server := graph.NewServer(&schema{client: s3.New(s3.Options{})})
	server.SetErrorPresenter(present)
	lambda.Start(httpadapter.New(server).ProxyWithContext)
}
