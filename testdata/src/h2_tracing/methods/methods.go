// Package main: H2, method values: of a pointer, a value, promoted, through an
// interface, of a call's result, and method expressions.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type event struct{ ID string }

type app struct{ client *s3.Client }

func newApp() *app { return &app{client: s3.New(s3.Options{})} }

func (a *app) handle(ctx context.Context, e event) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type small struct{}

func (small) handle(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type base struct{}

func (*base) promoted(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type outer struct {
	*base
	name string
}

type runner interface{ run(context.Context) error }

type first struct{}

func (first) run(context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type second struct{}

func (*second) run(context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// third implements runner too, and is never made one.
type third struct{}

func (third) run(context.Context) error {
	s3.New(s3.Options{})
	return nil
}

func choose() runner {
	if os.Getenv("SECOND") != "" {
		return &second{}
	}
	return first{}
}

type expr struct{}

func (e *expr) handle(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func main() {
	switch os.Getenv("HANDLER") {
	case "pointer":
		lambda.Start(newApp().handle)
	case "value":
		var s small
		lambda.Start(s.handle)
	case "promoted":
		o := outer{base: &base{}, name: "outer"}
		lambda.Start(o.promoted)
	case "interface":
		lambda.Start(choose().run)
	case "expression":
		h := (*expr).handle
		e := &expr{}
		lambda.Start(func(ctx context.Context) error { return h(e, ctx) })
	}
	_ = third{}.run(context.Background())
}
