// Package main: R1, a container makes an interface of what a provider returns.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"go.uber.org/fx"
)

type store interface {
	Save(ctx context.Context, id string) error
}

type bucket struct{ name string }

func newBucket() *bucket { return &bucket{"b"} }

func (b *bucket) Save(ctx context.Context, id string) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// fake is provided by nobody.
type fake struct{}

func newFake() *fake { return &fake{} }

func (f *fake) Save(ctx context.Context, id string) error {
	s3.New(s3.Options{})
	return nil
}

var _ = newFake

type handler struct{ s store }

func newHandler(s store) *handler { return &handler{s} }

func (h *handler) handle(ctx context.Context, id string) error { return h.s.Save(ctx, id) }

func main() {
	fx.New(
		fx.Provide(fx.Annotate(newBucket, fx.As(new(store))), newHandler),
		fx.Invoke(func(h *handler) { lambda.Start(h.handle) }),
	).Run()
}
