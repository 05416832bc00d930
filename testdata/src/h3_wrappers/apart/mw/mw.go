// Package mw has the module's middleware.
package mw

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

// Func is a handler.
type Func func(context.Context, string) error

// Logged builds nothing per call.
func Logged(next Func) Func {
	s3.New(s3.Options{})
	return func(ctx context.Context, in string) error { return next(ctx, in) }
}

// Authorized builds a client per call.
func Authorized(next Func, role string) Func {
	return func(ctx context.Context, in string) error {
		ssm.New(ssm.Options{})
		return next(ctx, in)
	}
}

// Chain composes.
func Chain(h Func, ms ...func(Func) Func) Func {
	for _, m := range ms {
		h = m(h)
	}
	return h
}

// Counted is a middleware without an own client.
func Counted(next Func) Func {
	n := 0
	return func(ctx context.Context, in string) error {
		n++
		return next(ctx, in)
	}
}
