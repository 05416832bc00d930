// Package nrlambda is a stub for tests: declarations only.
package nrlambda

import (
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/newrelic/go-agent/v3/newrelic"
)

func Start(handler interface{}, app *newrelic.Application) {}

func StartHandler(handler lambda.Handler, app *newrelic.Application) {}

func Wrap(handler interface{}, app *newrelic.Application) lambda.Handler { return nil }

func WrapHandler(handler lambda.Handler, app *newrelic.Application) lambda.Handler { return nil }
