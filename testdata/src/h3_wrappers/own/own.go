// Package main: H3, wrappers whose bodies are in the module: middleware chains
// that people write themselves.
package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

type handler func(context.Context, string) (string, error)

type middleware func(handler) handler

func main() {
	switch os.Getenv("HANDLER") {
	case "one":
		lambda.Start(logging(one))
	case "chain":
		lambda.Start(chain(chained, logging, auth("reader")))
	case "typed":
		lambda.Start(recovered(typed))
	case "struct":
		lambda.Start(&wrapper{next: inStruct, client: ssm.New(ssm.Options{})})
	case "func":
		lambda.Start(withClient(s3.New(s3.Options{}), taking))
	case "lazy":
		lambda.Start(perCall(lazy))
	}
}

func logging(next handler) handler {
	s3.New(s3.Options{}) // once, when the chain is built
	return func(ctx context.Context, in string) (string, error) {
		log.Print(in)
		s3.New(s3.Options{}) // want `s3\.New`
		return next(ctx, in)
	}
}

func auth(role string) middleware {
	ssm.New(ssm.Options{})
	return func(next handler) handler {
		ssm.New(ssm.Options{})
		return func(ctx context.Context, in string) (string, error) {
			ssm.New(ssm.Options{}) // want `ssm\.New`
			return next(ctx, in)
		}
	}
}

func chain(h handler, ms ...middleware) handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func one(ctx context.Context, in string) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return in, nil
}

func chained(ctx context.Context, in string) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return in, nil
}

func recovered[I, O any](next func(context.Context, I) (O, error)) any {
	return func(ctx context.Context, in I) (out O, err error) {
		defer func() {
			if r := recover(); r != nil {
				s3.New(s3.Options{}) // want `s3\.New`
			}
		}()
		return next(ctx, in)
	}
}

func typed(ctx context.Context, in int) (int, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return in, nil
}

type wrapper struct {
	next   handler
	client *ssm.Client
}

func (w *wrapper) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	out, err := w.next(ctx, string(payload))
	return []byte(out), err
}

func inStruct(ctx context.Context, in string) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return in, nil
}

// withClient gives the handler a parameter more.
func withClient(c *s3.Client, h func(context.Context, *s3.Client) error) func(context.Context) error {
	return func(ctx context.Context) error { return h(ctx, c) }
}

func taking(ctx context.Context, c *s3.Client) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// perCall builds the chain anew for each event: logging's body runs per
// invocation here, its line is then reported for this way. See perCallClient.
func perCall(next handler) handler {
	return func(ctx context.Context, in string) (string, error) {
		return perCallClient(next)(ctx, in)
	}
}

func perCallClient(next handler) handler {
	s3.New(s3.Options{}) // want `s3\.New`
	return next
}

func lazy(ctx context.Context, in string) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return in, nil
}
