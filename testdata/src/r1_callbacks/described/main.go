// Package main: R1, a set of providers for wire describes what a generator is to
// call, and calls nothing; containers call providers with what others provide.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/google/wire"
	"go.uber.org/fx"
	"go.uber.org/zap"
)

type command interface {
	do(ctx context.Context) error
}

type commandFunc struct {
	f func(ctx context.Context) error
}

func (c *commandFunc) do(ctx context.Context) error { return c.f(ctx) }

type bus struct{ commands map[string]command }

func (b *bus) ask(ctx context.Context, name string) error {
	c, ok := b.commands[name]
	if !ok {
		return nil
	}
	return c.do(ctx)
}

// newLogger runs once.
func newLogger() (*zap.Logger, error) { return zap.NewProduction() }

func newBus(l *zap.Logger) *bus {
	return &bus{map[string]command{
		"a": &commandFunc{func(context.Context) error { l.Info("a"); return nil }},
		"b": &commandFunc{func(context.Context) error {
			zap.NewProduction() // want `zap\.NewProduction`
			return nil
		}},
	}}
}

var _ = wire.NewSet(newLogger, newBus)

type app struct{ bus *bus }

func (a *app) handle(ctx context.Context, name string) error { return a.bus.ask(ctx, name) }

func initialize() (*app, error) {
	l, err := newLogger()
	if err != nil {
		return nil, err
	}
	return &app{newBus(l)}, nil
}

func main() {
	a, err := initialize()
	if err != nil {
		panic(err)
	}
	lambda.Start(a.handle)
}

// provided is the same with a container.
func provided() {
	fx.New(
		fx.Provide(newLogger, newBus),
		fx.Invoke(func(b *bus) { lambda.Start((&app{b}).handle) }),
	).Run()
}

var _ = provided
