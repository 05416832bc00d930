// Package main: R1, interface calls with more than one level.
package main

import (
	"context"
	"io"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// step is implemented by three, in a pipeline.
type step interface {
	run(context.Context, string) (string, error)
}

type stepFunc func(context.Context, string) (string, error)

func (f stepFunc) run(ctx context.Context, in string) (string, error) { return f(ctx, in) }

type pipeline []step

func (p pipeline) run(ctx context.Context, in string) (out string, err error) {
	for _, s := range p {
		if out, err = s.run(ctx, in); err != nil {
			return "", err
		}
	}
	return out, nil
}

type upload struct{ client *s3.Client }

func (u *upload) run(ctx context.Context, in string) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return in, nil
}

// embedded gives its method to what embeds it, and that to the interface.
type embedded struct{}

func (*embedded) run(ctx context.Context, in string) (string, error) {
	sqs.New(sqs.Options{}) // want `sqs\.New`
	return in, nil
}

type embedding struct {
	*embedded
	name string
}

// hidden has the method twice: the outer one runs.
type hidden struct{ embedded }

func (hidden) run(ctx context.Context, in string) (string, error) { return in, nil }

// factory is an interface that makes interfaces.
type factory interface{ make(kind string) step }

type defaultFactory struct{ table *dynamodb.Client }

func (f defaultFactory) make(kind string) step {
	dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New`
	switch kind {
	case "embedding":
		return embedding{embedded: &embedded{}}
	case "hidden":
		return hidden{}
	default:
		return stepFunc(literal)
	}
}

func literal(ctx context.Context, in string) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return in, nil
}

type app struct {
	steps   pipeline
	factory factory
	closer  io.Closer
	http    http.RoundTripper
}

func main() {
	a := &app{
		steps:   pipeline{&upload{client: s3.New(s3.Options{})}, stepFunc(second)},
		factory: defaultFactory{},
		closer:  closer{},
		http:    transport{next: http.DefaultTransport},
	}
	lambda.Start(a.handle)
}

func second(ctx context.Context, in string) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return in, nil
}

func (a *app) handle(ctx context.Context, in string) error {
	if _, err := a.steps.run(ctx, in); err != nil {
		return err
	}
	if _, err := a.factory.make(os.Getenv("STEP")).run(ctx, in); err != nil {
		return err
	}
	client := &http.Client{Transport: a.http}
	res, err := client.Get("https://example.com")
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if v, ok := any(a.closer).(interface{ flush() }); ok {
		v.flush()
	}
	return a.closer.Close()
}

type closer struct{}

func (closer) Close() error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func (closer) flush() {
	s3.New(s3.Options{}) // want `s3\.New`
}

// transport is called back by net/http.
type transport struct{ next http.RoundTripper }

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return t.next.RoundTrip(r)
}

// unused implements step and io.Closer, and is never one.
type unused struct{}

func (unused) run(ctx context.Context, in string) (string, error) {
	s3.New(s3.Options{})
	return in, nil
}

func (unused) Close() error {
	s3.New(s3.Options{})
	return nil
}
