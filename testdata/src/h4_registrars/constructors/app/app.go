// Package app starts what it was constructed with.
package app

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

// Handler is what programs implement.
type Handler[I, O any] interface {
	Handle(ctx context.Context, in I) (O, error)
}

// Func makes a function a Handler.
type Func[I, O any] func(ctx context.Context, in I) (O, error)

// Handle calls f.
func (f Func[I, O]) Handle(ctx context.Context, in I) (O, error) { return f(ctx, in) }

// App is a program.
type App[I, O any] struct {
	handler Handler[I, O]
	before  []func(context.Context)
}

// New keeps h.
func New[I, O any](h Handler[I, O]) *App[I, O] { return &App[I, O]{handler: h} }

// Before adds what runs ahead of the handler.
func (a *App[I, O]) Before(f func(context.Context)) *App[I, O] {
	a.before = append(a.before, f)
	return a
}

// Start starts.
func (a *App[I, O]) Start() { lambda.Start(a.serve) }

func (a *App[I, O]) serve(ctx context.Context, in I) (O, error) {
	for _, f := range a.before {
		f(ctx)
	}
	return a.handler.Handle(ctx, in)
}
