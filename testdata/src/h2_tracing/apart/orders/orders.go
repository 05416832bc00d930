// Package orders holds handlers that another package registers. Their types
// are their own, so nothing here says that they are handlers.
package orders

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// Order is the event.
type Order struct{ ID string }

// Handle is registered as it is.
func Handle(ctx context.Context, o Order) error {
	s3.New(s3.Options{})
	return nil
}

// API has a method that is registered.
type API struct{ Client *s3.Client }

// New builds once.
func New() *API { return &API{Client: s3.New(s3.Options{})} }

// Serve is registered as method value.
func (a *API) Serve(ctx context.Context, o Order) error {
	sqs.New(sqs.Options{})
	return nil
}

// Factory returns the handler.
func Factory() func(context.Context, Order) error {
	s3.New(s3.Options{})
	return func(ctx context.Context, o Order) error {
		sns.New(sns.Options{})
		return nil
	}
}

// Var holds a handler.
var Var = func(ctx context.Context) error {
	sns.New(sns.Options{})
	return nil
}

// Quiet builds nothing.
func Quiet(ctx context.Context) error { return nil }

type hidden struct{}

func (hidden) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	sqs.New(sqs.Options{})
	return payload, nil
}

// Hidden returns an unexported handler.
func Hidden() interface {
	Invoke(context.Context, []byte) ([]byte, error)
} {
	return hidden{}
}
