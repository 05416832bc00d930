// Package main: R1, calls through interfaces to what the module converts to
// them.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

type repository interface {
	Save(ctx context.Context, id string) error
	Load(ctx context.Context, id string) error
}

type dynamoRepository struct{ client *dynamodb.Client }

func (r *dynamoRepository) Save(ctx context.Context, id string) error {
	dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New`
	return nil
}

// Load is a method of the same interface, and never called.
func (r *dynamoRepository) Load(ctx context.Context, id string) error {
	dynamodb.New(dynamodb.Options{})
	return nil
}

// memoryRepository implements it too, and nothing makes one.
type memoryRepository struct{}

func (memoryRepository) Save(ctx context.Context, id string) error {
	s3.New(s3.Options{})
	return nil
}

func (memoryRepository) Load(ctx context.Context, id string) error { return nil }

type service struct{ repo repository }

func newService(r repository) *service { return &service{repo: r} }

func (s *service) handle(ctx context.Context, id string) error {
	if err := s.repo.Save(ctx, id); err != nil {
		return err
	}
	for _, v := range validators {
		if err := v.validate(ctx, id); err != nil {
			return err
		}
	}
	return step(ctx, notifiers[os.Getenv("NOTIFIER")])
}

func main() {
	s := newService(&dynamoRepository{client: dynamodb.New(dynamodb.Options{})})
	lambda.Start(s.handle)
}

type validator interface {
	validate(ctx context.Context, id string) error
}

var validators = []validator{length{}, &remote{}}

type length struct{ max int }

func (l length) validate(ctx context.Context, id string) error { return nil }

type remote struct{ client *s3.Client }

func (r *remote) validate(ctx context.Context, id string) error {
	r.init()
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// init guards a field of an object in a package variable.
func (r *remote) init() {
	if r.client != nil {
		return
	}
	r.client = s3.New(s3.Options{})
}

type notifier interface{ Notify(context.Context) error }

var notifiers = map[string]notifier{"sns": topic{}}

type topic struct{}

func (topic) Notify(ctx context.Context) error {
	sns.New(sns.Options{}) // want `sns\.New`
	return nil
}

func step[N notifier](ctx context.Context, n N) error { return n.Notify(ctx) }
