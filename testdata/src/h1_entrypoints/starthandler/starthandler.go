// Package main: H1, StartHandler with a value that has Invoke.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type handler struct{ client *s3.Client }

func newHandler() *handler { return &handler{client: s3.New(s3.Options{})} }

// Invoke implements lambda.Handler.
func (h *handler) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return payload, h.help()
}

func (h *handler) help() error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// Close is never called.
func (h *handler) Close() { s3.New(s3.Options{}) }

func main() {
	lambda.StartHandler(newHandler())
}
