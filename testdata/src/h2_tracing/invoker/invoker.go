// Package main: H2, values with Invoke: by pointer, by value, a function type,
// and an http.Handler that is none of these.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type byPointer struct{ routes map[string]func() }

func (h *byPointer) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

type byValue struct{}

func (byValue) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

// funcType has an Invoke, so that is what runs, not the function itself.
type funcType func(context.Context) error

func (f funcType) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func never(ctx context.Context) error {
	s3.New(s3.Options{})
	return nil
}

// decorator calls what it wraps.
type decorator struct{ next lambda.Handler }

func (d decorator) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return d.next.Invoke(ctx, payload)
}

type inner struct{}

func (inner) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

// wrongShape has a method of that name and another signature; the function
// type itself is the handler.
type wrongShape func(context.Context) error

func (wrongShape) Invoke() { s3.New(s3.Options{}) }

func shaped(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func main() {
	var h lambda.Handler
	switch os.Getenv("HANDLER") {
	case "pointer":
		h = &byPointer{}
	case "value":
		h = byValue{}
	case "func":
		lambda.Start(funcType(never))
	case "shape":
		lambda.Start(wrongShape(shaped))
	default:
		h = decorator{next: inner{}}
	}
	lambda.StartHandler(h)
}
