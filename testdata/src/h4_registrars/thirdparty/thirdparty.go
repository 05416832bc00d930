// Package main: H4, entry points of other modules by table: durable execution,
// golambda, lamblocal, vesper, nrlambda.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-durable-execution-sdk-go/durable"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/fujiwara/lamblocal"
	"github.com/m-mizutani/golambda"
	"github.com/mefellows/vesper"
	"github.com/newrelic/go-agent/v3/integrations/nrlambda"
	"github.com/newrelic/go-agent/v3/newrelic"
)

type order struct{ ID, Region string }

func main() {
	switch os.Getenv("HANDLER") {
	case "durable":
		durable.Start(workflow)
	case "durable wrapped":
		lambda.Start(durable.Wrap(wrapped))
	case "golambda":
		golambda.Start(func(event golambda.Event) (interface{}, error) {
			s3.New(s3.Options{}) // want `s3\.New`
			return nil, nil
		})
	case "lamblocal":
		lamblocal.Run(context.Background(), local)
	case "vesper":
		v := vesper.New(vesped, around("x")).Use(plain)
		v.Start()
	case "nrlambda":
		app, _ := newrelic.NewApplication(newrelic.ConfigAppName("x"))
		nrlambda.Start(measured, app)
	}
}

// workflow is replayed on each resume, and so are the steps' closures.
func workflow(ctx durable.Context, o order) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	if _, err := durable.Step(ctx, "save", func(sc durable.StepContext) (string, error) {
		s3.New(s3.Options{})                 // want `s3\.New`
		s3.New(s3.Options{Region: o.Region}) // of the event
		return "", nil
	}); err != nil {
		return "", err
	}
	if _, err := durable.Parallel(ctx, "branches", []durable.Branch[string]{
		{Name: "a", Func: branch},
	}); err != nil {
		return "", err
	}
	return durable.RunInChildContext(ctx, "child", child)
}

func branch(ctx durable.Context) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return "", nil
}

func child(ctx durable.Context) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return "", nil
}

func wrapped(ctx durable.Context, o order) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return "", nil
}

func local(ctx context.Context, o order) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return o.ID, nil
}

func vesped(ctx context.Context, o order) (interface{}, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return o.ID, nil
}

func around(name string) vesper.Middleware {
	s3.New(s3.Options{})
	return func(next vesper.LambdaFunc) vesper.LambdaFunc {
		s3.New(s3.Options{})
		return func(ctx context.Context, in interface{}) (interface{}, error) {
			s3.New(s3.Options{}) // want `s3\.New`
			return next(ctx, in)
		}
	}
}

func plain(next vesper.LambdaFunc) vesper.LambdaFunc {
	return func(ctx context.Context, in interface{}) (interface{}, error) {
		s3.New(s3.Options{}) // want `s3\.New`
		return next(ctx, in)
	}
}

func measured(ctx context.Context, o order) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}
