// Package lambda is the module's own, and registers what it is given.
package lambda

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	aws "github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"go.opentelemetry.io/contrib/instrumentation/github.com/aws/aws-lambda-go/otellambda"
)

// Func is what this package calls a handler.
type Func func(context.Context) error

// Start wraps and starts.
func Start(h any) {
	aws.Start(otellambda.InstrumentHandler(h))
}

// StartFunc goes through Start.
func StartFunc(name string, f Func) {
	log.SetPrefix(name)
	Start(func(ctx context.Context) error { return f(ctx) })
}

// Build runs its argument once.
func Build(build func(context.Context) (Func, error)) {
	f, err := build(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	aws.Start(f)
}

// StartGeneric is generic.
func StartGeneric[I, O any](f func(context.Context, I) (O, error)) {
	aws.StartHandlerFunc(f)
}

// Batch calls its argument for each message.
func Batch(each func(ctx context.Context, body string) error) {
	aws.Start(func(ctx context.Context, event events.SQSEvent) error {
		for _, m := range event.Records {
			if err := each(ctx, m.Body); err != nil {
				return err
			}
		}
		return nil
	})
}

// Handler is implemented elsewhere.
type Handler interface {
	Handle(ctx context.Context, name string) error
}

// StartHandler starts a method of an interface.
func StartHandler(h Handler) { aws.Start(h.Handle) }

// Mux collects handlers, and starts one.
type Mux struct{ funcs map[string]Func }

// Handle adds one.
func (m *Mux) Handle(name string, f Func) {
	if m.funcs == nil {
		m.funcs = map[string]Func{}
	}
	m.funcs[name] = f
}

// Start starts the one that the environment names.
func (m *Mux) Start() { aws.Start(m.funcs[os.Getenv("HANDLER")]) }

// Config has a handler among its settings.
type Config struct {
	Name    string
	Handler Func
	OnExit  func()
}

// Run starts the handler of a Config.
func Run(c Config) {
	defer c.OnExit()
	aws.Start(c.Handler)
}

// Slow starts a handler that builds a client before it calls f; that line is
// this package's own, and every program that uses it pays for it. It has no
// handler of its own: closures that go to an entry point are handlers here.
func Slow(f Func) {
	aws.Start(func(ctx context.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return f(ctx)
	})
}

// Call starts nothing.
func Call(f Func) error { return f(context.Background()) }
