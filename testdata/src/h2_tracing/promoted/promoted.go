// Package main: H2, the method value of an interface that holds a struct that
// embeds an interface.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type handler interface {
	Handle(ctx context.Context, id string) error
}

type orders struct{}

func (*orders) Handle(ctx context.Context, id string) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type audited struct {
	handler
	name string
}

type timed struct{ *audited }

// replaced is no longer in the chain when it starts.
type replaced struct{}

func (replaced) Handle(ctx context.Context, id string) error {
	s3.New(s3.Options{})
	return nil
}

type strict struct{ replaced }

func (strict) Handle(ctx context.Context, id string) error { return nil }

func main() {
	var h handler = timed{&audited{handler: &orders{}, name: "orders"}}
	if h == nil {
		h = strict{}
	}
	lambda.Start(h.Handle)
}
