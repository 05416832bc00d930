// Package fx is a stub for tests: declarations only.
package fx

import (
	"context"
	"os"

	"go.uber.org/dig"
)

type App struct {
}

func (app *App) Run() {}

func (app *App) Start(ctx context.Context) (err error) { return }

func (app *App) Stop(ctx context.Context) (err error) { return }

func (app *App) Done() <-chan os.Signal { return nil }

type Hook struct {
	OnStart func(context.Context) error
	OnStop  func(context.Context) error
}

type In = dig.In

func Invoke(funcs ...interface{}) Option { return nil }

type Lifecycle interface {
	Append(Hook)
}

func Module(name string, opts ...Option) Option { return nil }

func New(opts ...Option) *App { return nil }

var NopLogger Option

type Option interface {
	stub()
}

func Options(opts ...Option) Option { return nil }

type Out = dig.Out

func Provide(constructors ...interface{}) Option { return nil }

func Supply(values ...interface{}) Option { return nil }

type Annotation interface {
	stub()
}

func Annotate(t interface{}, anns ...Annotation) interface{} { return nil }

func As(interfaces ...interface{}) Annotation { return nil }
