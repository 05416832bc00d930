// Package main: H3, a wrapper of another module that no table knows: what has
// the shape of a handler and a context, an event or an error is one.
package main

import (
	"context"
	"os"

	"github.com/acme-inc/lambdakit"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type event struct{ ID string }

func main() {
	switch os.Getenv("HANDLER") {
	case "any":
		lambda.Start(lambdakit.Wrap(handle, lambdakit.Settings{
			Service: "app",
			OnPanic: onPanic,
			Cleanup: cleanUp,
			Render:  render,
		}))
	case "guarded":
		lambda.Start(lambdakit.Guarded(name(), guarded, cleanUp))
	case "traced":
		lambda.Start(lambdakit.Traced(traced, spanName))
	case "each":
		lambda.Start(lambdakit.Each(each))
	case "literal":
		h := lambdakit.Wrap(func(ctx context.Context) error {
			s3.New(s3.Options{}) // want `s3\.New`
			return nil
		}, lambdakit.Settings{})
		lambda.Start(h)
	}
	_ = lambdakit.Wrap(never, lambdakit.Settings{}) // reaches no entry point
}

func handle(ctx context.Context, e event) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// render can fail, but a handler of two parameters takes a context first.
func render(name, template string) error {
	s3.New(s3.Options{})
	return nil
}

func name() string {
	s3.New(s3.Options{})
	return "app"
}

func guarded(ctx context.Context, e events.SQSEvent) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func traced(ctx context.Context, e event) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return e.ID, nil
}

// each is called for each message.
func each(ctx context.Context, m events.SQSMessage) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// spanName: a valid shape for a handler by its parameters, but with neither a
// context nor an event nor an error.
func spanName(e event) string { return e.ID }

// cleanUp is a plain func(): a callback, an option, a clean-up.
func cleanUp() { s3.New(s3.Options{}) }

// onPanic is a field of a settings struct, not an argument.
func onPanic(err error) { s3.New(s3.Options{}) }

func never(ctx context.Context, e event) error {
	s3.New(s3.Options{})
	return nil
}
