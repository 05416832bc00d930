// Package ddlambda is a stub for tests: declarations only.
package ddlambda

import (
	"github.com/aws/aws-lambda-go/lambda"
)

type Config struct {
}

func WrapFunction(handler interface{}, cfg *Config) interface{} { return nil }

func WrapHandler(handler interface{}, cfg *Config) interface{} { return nil }

func WrapLambdaHandlerInterface(handler lambda.Handler, cfg *Config) lambda.Handler { return nil }
