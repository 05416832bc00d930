// Package otellambda is a stub for tests: declarations only.
package otellambda

import "github.com/aws/aws-lambda-go/lambda"

type Option interface{ stub() }

type Flusher interface{ stub() }

func InstrumentHandler(handlerFunc any, options ...Option) any { return nil }

func WrapHandler(handler lambda.Handler, options ...Option) lambda.Handler { return nil }

func WithFlusher(flusher Flusher) Option { return nil }
