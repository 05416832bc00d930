// Package main: H2, ways from a handler to its registration that wind.
package main

import (
	"context"
	"encoding/json"
	"os"
	"reflect"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type handler = func(context.Context, json.RawMessage) (any, error)

type entry struct {
	name string
	run  handler
}

var table = []entry{
	{"a", inTableA},
	{name: "b", run: inTableB},
}

var nested = map[string]map[string]handler{
	"x": {"y": inNested},
}

var viaPointer = &entry{run: inPointer}

func find(name string) (handler, bool) {
	for _, e := range table {
		if strings.EqualFold(e.name, name) {
			return e.run, true
		}
	}
	return nil, false
}

type provider interface{ Handler() handler }

type provided struct{ client *s3.Client }

func (p provided) Handler() handler {
	s3.New(s3.Options{})
	return func(ctx context.Context, in json.RawMessage) (any, error) {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil, nil
	}
}

func newProvider() provider { return provided{client: s3.New(s3.Options{})} }

type builder struct{ h handler }

func (b *builder) with(h handler) *builder { b.h = h; return b }

func (b *builder) build() any {
	return func(ctx context.Context, in json.RawMessage) (any, error) { return b.h(ctx, in) }
}

func main() {
	name := os.Getenv("HANDLER")
	if h, ok := find(name); ok {
		lambda.Start(h)
		return
	}
	if h := nested["x"][name]; h != nil {
		lambda.Start(h)
		return
	}
	switch name {
	case "pointer":
		lambda.Start(viaPointer.run)
	case "provider":
		lambda.Start(newProvider().Handler())
	case "builder":
		lambda.Start(new(builder).with(inBuilder).build())
	case "channel":
		c := make(chan handler, 1)
		c <- inChannel
		lambda.Start(<-c)
	case "deferred":
		defer lambda.Start(inDefer)
	case "assertion":
		var v any = inAssertion
		lambda.Start(v.(func(context.Context, json.RawMessage) (any, error)))
	case "converted":
		lambda.Start(named(inConversion))
	case "array":
		lambda.Start([...]handler{inArray}[0])
	case "returned":
		h, stop := returned()
		defer stop()
		lambda.Start(h)
	case "immediately":
		func(h handler) { lambda.Start(h) }(inImmediate)
	case "reflect":
		println(reflect.TypeOf(inReflect).String()) // looked at, not started
	default:
		for n, h := range map[string]handler{"r": inRange} {
			if n == name {
				lambda.Start(h)
			}
		}
	}
}

type named func(context.Context, json.RawMessage) (any, error)

func inTableA(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func inTableB(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func inNested(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func inPointer(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func inBuilder(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func inChannel(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func inDefer(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func inAssertion(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func inConversion(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func inArray(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func returned() (h handler, stop func()) {
	client := s3.New(s3.Options{})
	stop = func() { s3.New(s3.Options{}) } // once, at the end
	h = func(ctx context.Context, in json.RawMessage) (any, error) {
		_, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
		s3.New(s3.Options{}) // want `s3\.New`
		return nil, err
	}
	return h, stop
}

func inImmediate(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func inReflect(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{})
	return nil, nil
}

func inRange(ctx context.Context, in json.RawMessage) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}
