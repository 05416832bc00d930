// Package main: H2, every candidate of a choice is a handler.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	if len(os.Args) > 1 {
		once()
		return
	}
	h := a
	if os.Getenv("B") != "" {
		h = b
	}
	lambda.Start(h)
	lambda.Start(pick(os.Getenv("HANDLER")))
	for _, candidate := range []func(context.Context) error{e, f} {
		if os.Getenv("LAST") != "" {
			lambda.Start(candidate)
		}
	}
}

func pick(name string) any {
	switch name {
	case "c":
		return c
	default:
		return lambda.NewHandler(d)
	}
}

func a(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func b(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func c(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func d(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func e(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func f(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// once is what the program does on a command line.
func once() { s3.New(s3.Options{}) }
