// Package standard is a stub for tests: declarations only.
package standard

import (
	"context"
	"github.com/aws/aws-lambda-go/lambda"
)

type Option func(*int)

func Default(h lambda.Handler, opts ...Option)                                             {}
func GenericDefault[I, O any](handler func(context.Context, I) (O, error), opts ...Option) {}
