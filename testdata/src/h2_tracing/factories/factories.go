// Package main: H2, what a factory returns is the handler, its own body runs once.
package main

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type handler func(context.Context) error

func main() {
	lambda.Start(closure())
	lambda.Start(method())
	lambda.Start(named())
	lambda.Start(two(true))
	lambda.Start(curried("a")("b"))
	h, err := withError()
	if err != nil {
		panic(err)
	}
	lambda.Start(h)
	lambda.Start((&container{}).handler())
	lambda.Start(inStruct().run)
	lambda.Start(generic[string](s3.New(s3.Options{})))
	lambda.Start(func() handler {
		s3.New(s3.Options{})
		return func(ctx context.Context) error {
			s3.New(s3.Options{}) // want `s3\.New`
			return nil
		}
	}())
}

func closure() handler {
	client := s3.New(s3.Options{})
	return func(ctx context.Context) error {
		_, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
		s3.New(s3.Options{}) // want `s3\.New`
		return err
	}
}

type service struct{ client *s3.Client }

func (s *service) handle(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func method() handler {
	s := &service{client: s3.New(s3.Options{})}
	return s.handle
}

func named() (h handler) {
	s3.New(s3.Options{})
	h = func(ctx context.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	}
	return
}

func two(first bool) any {
	if first {
		return closureA()
	}
	return func(ctx context.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	}
}

// closureA returns a closure that returns a closure: only the inner one runs
// per invocation, and here it is the outer that is registered.
func closureA() handler {
	inner := func() *s3.Client { return s3.New(s3.Options{}) }
	return func(ctx context.Context) error {
		inner() // want `s3\.New`
		return nil
	}
}

func curried(string) func(string) handler {
	s3.New(s3.Options{})
	return func(string) handler {
		s3.New(s3.Options{})
		return func(ctx context.Context) error {
			s3.New(s3.Options{}) // want `s3\.New`
			return nil
		}
	}
}

func withError() (handler, error) {
	db, err := sql.Open("pgx", os.Getenv("DSN"))
	if err != nil {
		return nil, errors.Join(errors.New("open"), err)
	}
	return func(ctx context.Context) error {
		sql.Open("pgx", os.Getenv("DSN")) // want `sql\.Open`
		return db.PingContext(ctx)
	}, nil
}

type container struct{ client *s3.Client }

func (c *container) handler() handler {
	c.client = s3.New(s3.Options{})
	return c.serve
}

func (c *container) serve(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type holder struct{ run handler }

func inStruct() holder {
	s3.New(s3.Options{})
	return holder{run: func(ctx context.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	}}
}

func generic[T any](c *s3.Client) func(context.Context, T) error {
	s3.New(s3.Options{})
	return func(ctx context.Context, in T) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	}
}
