// Package main: H4, registrars of another package, which is called lambda too.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.test/lambda/h4_registrars/apart/lambda"
)

func main() {
	switch os.Getenv("HANDLER") {
	case "start":
		lambda.Start(started)
	case "func":
		lambda.StartFunc("func", func(ctx context.Context) error {
			s3.New(s3.Options{}) // want `s3\.New`
			return nil
		})
	case "build":
		lambda.Build(build)
	case "generic":
		lambda.StartGeneric(generic)
	case "batch":
		lambda.Batch(each)
	case "handler":
		lambda.StartHandler(&handler{client: s3.New(s3.Options{})})
	case "mux":
		var m lambda.Mux
		m.Handle("one", one)
		m.Handle("two", two())
		m.Start()
	case "run":
		lambda.Run(lambda.Config{Name: "x", Handler: configured, OnExit: onExit})
	case "slow":
		lambda.Slow(quick)
	case "call":
		_ = lambda.Call(called)
	}
}

func started(ctx context.Context, name string) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func build(ctx context.Context) (lambda.Func, error) {
	s3.New(s3.Options{})
	return func(ctx context.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	}, nil
}

func generic(ctx context.Context, in []string) (int, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return len(in), nil
}

// each gets event data: what it builds from that cannot be built once (E1).
func each(ctx context.Context, body string) error {
	s3.New(s3.Options{Region: body})
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type handler struct{ client *s3.Client }

func (h *handler) Handle(ctx context.Context, name string) error {
	if h.client == nil {
		h.client = s3.New(s3.Options{})
	}
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func one(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func two() lambda.Func {
	s3.New(s3.Options{})
	return func(ctx context.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	}
}

func configured(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func onExit() { s3.New(s3.Options{}) }

func quick(ctx context.Context) error { return nil }

func called(ctx context.Context) error {
	s3.New(s3.Options{})
	return nil
}
