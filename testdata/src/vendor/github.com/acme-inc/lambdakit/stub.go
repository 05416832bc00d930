// Package lambdakit is a stub for tests: declarations only.
package lambdakit

// Nothing in the analyser knows this package: it is a wrapper of another
// module that no table lists.
import (
	"context"

	"github.com/aws/aws-lambda-go/events"
)

type Settings struct {
	Service string
	OnPanic func(error)
	Cleanup func()
	Render  func(name, template string) error
}

func Wrap(handler any, settings Settings) any { return nil }

func Guarded(name string, handler func(context.Context, events.SQSEvent) error, cleanup func()) any {
	return nil
}

func Traced[I, O any](handler func(context.Context, I) (O, error), name func(I) string) func(context.Context, I) (O, error) {
	return handler
}

func Each(each func(ctx context.Context, m events.SQSMessage) error) func(context.Context, events.SQSEvent) error {
	return nil
}

func Walk(items []string, visit func(string)) {}

func Retry(ctx context.Context, f func(ctx context.Context) error) error { return f(ctx) }
