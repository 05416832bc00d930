// Package main: H3, wrappers that the table knows.
package main

import (
	"context"
	"os"

	ddlambda "github.com/DataDog/datadog-lambda-go"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/epsagon/epsagon-go/epsagon"
	lumigotracer "github.com/lumigo-io/lumigo-go-tracer"
	"github.com/newrelic/go-agent/v3/integrations/nrlambda"
	"github.com/newrelic/go-agent/v3/newrelic"
	"go.opentelemetry.io/contrib/instrumentation/github.com/aws/aws-lambda-go/otellambda"
)

type event struct{ ID string }

func main() {
	app, _ := newrelic.NewApplication()
	switch os.Getenv("HANDLER") {
	case "otel":
		lambda.Start(otellambda.InstrumentHandler(otel, otellambda.WithFlusher(nil)))
	case "otel handler":
		lambda.StartHandler(otellambda.WrapHandler(lambda.NewHandler(otelHandler)))
	case "datadog":
		lambda.Start(ddlambda.WrapFunction(datadog, nil))
	case "datadog old":
		wrapped := ddlambda.WrapHandler(datadogOld, &ddlambda.Config{})
		lambda.Start(wrapped)
	case "datadog interface":
		lambda.StartHandler(ddlambda.WrapLambdaHandlerInterface(invoker{}, nil))
	case "newrelic":
		lambda.StartHandler(nrlambda.Wrap(newRelic, app))
	case "lumigo":
		lambda.Start(lumigotracer.WrapHandler(lumigo, &lumigotracer.Config{}))
	case "epsagon": // the handler is the second argument
		config := epsagon.NewTracerConfig("app", os.Getenv("TOKEN"))
		lambda.Start(epsagon.WrapLambdaHandler(config, epsagoned))
	case "both":
		lambda.Start(otellambda.InstrumentHandler(ddlambda.WrapFunction(func(ctx context.Context) error {
			s3.New(s3.Options{}) // want `s3\.New`
			return nil
		}, nil)))
	case "factory":
		lambda.Start(ddlambda.WrapFunction(factory(), nil))
	}
}

func otel(ctx context.Context, e event) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func otelHandler(ctx context.Context, e event) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func datadog(ctx context.Context, e event) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func datadogOld(ctx context.Context, e event) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type invoker struct{}

func (invoker) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func newRelic(ctx context.Context, e event) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func lumigo(ctx context.Context, e event) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func epsagoned(ctx context.Context, e event) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func factory() func(context.Context, event) error {
	s3.New(s3.Options{})
	return func(ctx context.Context, e event) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	}
}
