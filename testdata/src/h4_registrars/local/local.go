// Package main: H4, functions of this package that hand a parameter on.
package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"go.opentelemetry.io/contrib/instrumentation/github.com/aws/aws-lambda-go/otellambda"
)

type handler func(context.Context) error

func main() {
	switch os.Getenv("HANDLER") {
	case "direct":
		start(direct)
	case "wrapped":
		startWrapped(wrapped)
	case "deep":
		outer("deep", deep)
	case "logged":
		startLogged(logged)
	case "generic":
		startGeneric(generic)
	case "options":
		startOptions(options{name: "x", handler: fromOptions, onExit: onExit})
	case "pointer":
		o := &options{name: "x"}
		o.handler = fromPointer
		o.start()
	case "functional":
		serve(withName("x"), withHandler(fromFunctional))
	case "variadic":
		startAll(firstOf, secondOf)
	case "method":
		app{log.Default()}.run(inMethod)
	case "registry":
		reg := newRegistry()
		reg.add("a", registeredA)
		reg.add("b", func(ctx context.Context) error {
			s3.New(s3.Options{}) // want `s3\.New`
			return nil
		})
		reg.start(os.Getenv("NAME"))
	case "callbacks":
		startWith(once, callback)
	}
}

func start(h any) { lambda.Start(h) }

func direct(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func startWrapped(h handler) {
	instrumented := otellambda.InstrumentHandler(h)
	lambda.Start(instrumented)
}

func wrapped(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func outer(name string, h handler) { middle(h, name) }

func middle(h handler, name string) {
	if name == "" {
		return
	}
	start(h)
}

func deep(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// startLogged puts a closure of its own around the handler.
func startLogged(h handler) {
	lambda.Start(func(ctx context.Context) error {
		log.Print("start")
		s3.New(s3.Options{}) // want `s3\.New`
		return h(ctx)
	})
}

func logged(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func startGeneric[I, O any](h func(context.Context, I) (O, error)) {
	lambda.StartHandlerFunc(func(ctx context.Context, in I) (O, error) {
		return h(ctx, in)
	})
}

func generic(ctx context.Context, in map[string]string) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return in["name"], nil
}

type options struct {
	name    string
	handler handler
	onExit  func()
}

func startOptions(o options) {
	lambda.StartWithOptions(o.handler, lambda.WithEnableSIGTERM(o.onExit))
}

func fromOptions(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func onExit() { s3.New(s3.Options{}) }

func (o *options) start() { lambda.Start(o.handler) }

func fromPointer(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type option func(*options)

func withName(name string) option { return func(o *options) { o.name = name } }

func withHandler(h handler) option { return func(o *options) { o.handler = h } }

func serve(opts ...option) {
	var o options
	for _, apply := range opts {
		apply(&o)
	}
	lambda.Start(o.handler)
}

func fromFunctional(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func startAll(hs ...handler) {
	for i, h := range hs {
		if os.Getenv("INDEX") == string(rune('0'+i)) {
			lambda.Start(h)
		}
	}
}

func firstOf(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func secondOf(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type app struct{ log *log.Logger }

func (a app) run(h handler) { lambda.Start(h) }

func inMethod(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type registry struct{ handlers map[string]handler }

func newRegistry() *registry { return &registry{handlers: map[string]handler{}} }

func (r *registry) add(name string, h handler) { r.handlers[name] = h }

func (r *registry) start(name string) { lambda.Start(r.handlers[name]) }

func registeredA(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// startWith calls its first parameter itself, before it starts the second.
func startWith(setup func(context.Context) error, h handler) {
	if err := setup(context.Background()); err != nil {
		log.Fatal(err)
	}
	lambda.Start(h)
}

func once(ctx context.Context) error {
	s3.New(s3.Options{})
	return nil
}

func callback(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// notARegistrar takes handlers and starts none of them.
func notARegistrar(h handler) error { return h(context.Background()) }

func init() { _ = notARegistrar(local) }

func local(ctx context.Context) error {
	s3.New(s3.Options{})
	return nil
}
