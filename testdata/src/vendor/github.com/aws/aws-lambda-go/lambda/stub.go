// Package lambda is a stub for tests: declarations only.
package lambda

import (
	"context"
)

type Function struct {
}

type Handler interface {
	Invoke(ctx context.Context, payload []byte) ([]byte, error)
}

type HandlerFunc[TIn any, TOut any] interface {
	func(context.Context, TIn) (TOut, error)
}

func NewFunction(handler Handler) *Function { return nil }

func NewHandler(handlerFunc interface{}) Handler { return nil }

func NewHandlerWithOptions(handlerFunc interface{}, options ...Option) Handler { return nil }

type Option func(*handlerOptions)

func Start(handler interface{}) {}

func StartHandler(handler Handler) {}

func StartHandlerFunc[TIn, TOut any, H HandlerFunc[TIn, TOut]](handler H, options ...Option) {}

func StartHandlerWithContext(ctx context.Context, handler Handler) {}

func StartWithContext(ctx context.Context, handler interface{}) {}

func StartWithOptions(handler interface{}, options ...Option) {}

func WithContext(ctx context.Context) Option { return nil }

func WithEnableSIGTERM(callbacks ...func()) Option { return nil }

func WithSetEscapeHTML(escapeHTML bool) Option { return nil }

type handlerOptions struct {
}
