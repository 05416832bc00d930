// Package main: R1, of a type switch only the cases run whose type can be there.
package main

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type (
	create struct{}
	remove struct{}
	move   struct{ to string }
)

func (create) run() {
	s3.New(s3.Options{}) // want `s3\.New`
}

// run is reached from repair only, which nothing calls.
func (remove) run() {
	s3.New(s3.Options{})
}

func (m *move) run() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func dispatch(command any) {
	switch c := command.(type) {
	case create:
		c.run()
	case remove:
		c.run()
	case *move:
		c.run()
	case json.RawMessage:
		raw(c)
	}
}

func raw(json.RawMessage) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func repair() { dispatch(remove{}) }

func main() {
	lambda.Start(func(ctx context.Context, in json.RawMessage) error {
		dispatch(create{})
		dispatch(&move{to: "archive"})
		dispatch(in)
		return nil
	})
}
