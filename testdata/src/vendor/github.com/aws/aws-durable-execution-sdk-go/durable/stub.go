// Package durable is a stub for tests: declarations only.
package durable

import (
	"context"
	"time"
)

type Context interface {
	context.Context
	ExecutionArn() string
	RequestID() string
	IsReplaying() bool
}

type StepContext interface {
	context.Context
	Attempt() int
}

type Handler[I, O any] func(ctx Context, event I) (O, error)

type HandlerOption interface{ stub() }

type StepOption interface{ stub() }

type ChildOption interface{ stub() }

type BatchOption interface{ stub() }

type WaitForCallbackOption interface{ stub() }

type WaitOption interface{ stub() }

type Branch[O any] struct {
	Name string
	Func func(ctx Context) (O, error)
}

type BatchResult[O any] struct{ Items []O }

func (r BatchResult[O]) ThrowIfError() error { return nil }

type WaitDecision struct {
	Continue bool
	Delay    time.Duration
}

type ConditionConfig[S any] struct {
	InitialState S
	WaitStrategy func(state S, attempt int) WaitDecision
}

func Start[I, O any](handler Handler[I, O], opts ...HandlerOption) {}

func Wrap[I, O any](handler Handler[I, O], opts ...HandlerOption) func(context.Context, []byte) ([]byte, error) {
	return nil
}

func Step[O any](ctx Context, name string, fn func(StepContext) (O, error), opts ...StepOption) (O, error) {
	return *new(O), nil
}

func Wait(ctx Context, name string, d time.Duration, opts ...WaitOption) error { return nil }

func RunInChildContext[O any](ctx Context, name string, fn func(Context) (O, error), opts ...ChildOption) (O, error) {
	return *new(O), nil
}

func WaitForCondition[S any](ctx Context, name string, check func(StepContext, S) (S, error), cfg ConditionConfig[S]) (S, error) {
	return *new(S), nil
}

func WaitForCallback[O any](ctx Context, name string, submitter func(ctx StepContext, callbackID string) error, opts ...WaitForCallbackOption) (O, error) {
	return *new(O), nil
}

func Map[I, O any](ctx Context, name string, items []I, fn func(ctx Context, item I, index int) (O, error), opts ...BatchOption) (BatchResult[O], error) {
	return BatchResult[O]{}, nil
}

func Parallel[O any](ctx Context, name string, branches []Branch[O], opts ...BatchOption) (BatchResult[O], error) {
	return BatchResult[O]{}, nil
}
