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
	}
}

// A task is decoded from the event: any of its kinds may be there.
type task struct {
	Index  *index
	Delete *drop
}

type (
	index struct{ ID string }
	drop  struct{ ID string }
	noop  struct{}
)

func decode(in json.RawMessage) (tasks []any, err error) {
	var t task
	err = json.Unmarshal(in, &t)
	if t.Index != nil {
		tasks = append(tasks, t.Index)
	}
	if t.Delete != nil {
		tasks = append(tasks, t.Delete)
	}
	return append(tasks, &drop{}, noop{}), err
}

func perform(tasks []any) {
	for _, t := range tasks {
		switch t := t.(type) {
		case *index:
			indexed(t)
		case *drop:
			dropped(t)
		case noop:
			skipped(t)
		}
	}
}

func indexed(*index) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func dropped(*drop) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func skipped(noop) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func repair() { dispatch(remove{}) }

func main() {
	lambda.Start(func(ctx context.Context, in json.RawMessage) error {
		dispatch(create{})
		dispatch(&move{to: "archive"})
		tasks, err := decode(in)
		perform(tasks)
		return err
	})
}
