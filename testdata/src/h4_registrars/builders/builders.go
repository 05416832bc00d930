// Package main: H4, a parameter that is a builder of handlers runs once; what
// it gives is the handler.
package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

type handler func(context.Context) error

func main() {
	switch os.Getenv("HANDLER") {
	case "any":
		startAny(buildAny)
	case "typed":
		startTyped(func(ctx context.Context) (handler, error) {
			client := s3.New(s3.Options{})
			return func(ctx context.Context) error {
				s3.New(s3.Options{}) // want `s3\.New`
				_, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
				return err
			}, nil
		})
	case "method":
		startTyped(buildMethod)
	case "generic":
		startGeneric(buildGeneric)
	case "perRequest":
		startPerRequest(buildPerRequest)
	}
}

// startAny is the shape of an in-house start: a builder that wants the config.
func startAny(build func(aws.Config) any) {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	lambda.StartWithOptions(build(cfg), lambda.WithContext(context.Background()))
}

func buildAny(cfg aws.Config) any {
	client := sns.NewFromConfig(cfg)
	return func(ctx context.Context) error {
		sns.NewFromConfig(cfg) // want `sns\.NewFromConfig`
		_, err := client.Publish(ctx, &sns.PublishInput{})
		return err
	}
}

func startTyped(build func(context.Context) (handler, error)) {
	h, err := build(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	lambda.Start(h)
}

type service struct{ client *s3.Client }

func (s *service) handle(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func buildMethod(ctx context.Context) (handler, error) {
	return (&service{client: s3.New(s3.Options{})}).handle, nil
}

func startGeneric[I, O any](build func() func(context.Context, I) (O, error)) {
	h := build()
	lambda.Start(func(ctx context.Context, in I) (O, error) { return h(ctx, in) })
}

func buildGeneric() func(context.Context, string) (int, error) {
	s3.New(s3.Options{})
	return func(ctx context.Context, in string) (int, error) {
		s3.New(s3.Options{}) // want `s3\.New`
		return 0, nil
	}
}

// startPerRequest calls the builder inside the handler: here it does run per
// invocation.
func startPerRequest(build func() handler) {
	lambda.Start(func(ctx context.Context) error {
		return build()(ctx) // want `s3\.New`
	})
}

func buildPerRequest() handler {
	client := s3.New(s3.Options{})
	return func(ctx context.Context) error {
		_, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
		return err
	}
}
