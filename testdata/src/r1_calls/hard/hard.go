// Package main: R1, calls in odd places, and objects made in main whose
// closures run per invocation.
package main

import (
	"context"
	"fmt"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"golang.org/x/sync/errgroup"
)

type api struct {
	update func(context.Context) error
	hooks  []func()
	once   sync.Once
}

// main defines closures that run later, per invocation: being written in main
// does not make them run once.
func main() {
	client := s3.New(s3.Options{})
	a := &api{
		update: func(ctx context.Context) error {
			_ = client
			dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New`
			return nil
		},
	}
	a.hooks = append(a.hooks, func() {
		s3.New(s3.Options{}) // want `s3\.New`
	}, hook)
	lambda.Start(a.handle)
}

func hook() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func (a *api) handle(ctx context.Context) (out string, err error) {
	if err := a.update(ctx); err != nil {
		return "", err
	}
	for _, h := range a.hooks {
		h()
	}
	defer recoverWith(func(any) {
		s3.New(s3.Options{}) // want `s3\.New`
	})
	var g errgroup.Group
	for i := range 3 {
		g.Go(func() error { return part(i) })
	}
	func() {
		defer func() {
			if recover() != nil {
				afterPanic()
			}
		}()
	}()
	switch v := any(out).(type) {
	case string:
		inTypeSwitch(v)
	}
	select {
	case <-ctx.Done():
		inSelect()
	default:
	}
label:
	for {
		inLabelled()
		break label
	}
	outer := func() func() {
		return func() {
			s3.New(s3.Options{}) // want `s3\.New`
		}
	}
	outer()()
	defer outer2()()
	out = fmt.Sprint(inArgument(), len(inArgument2()))
	return out, g.Wait()
}

func recoverWith(f func(any)) {
	if r := recover(); r != nil {
		f(r)
	}
}

func part(i int) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func afterPanic() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func inTypeSwitch(string) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func inSelect() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func inLabelled() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func outer2() func() {
	s3.New(s3.Options{}) // want `s3\.New`
	return func() {
		s3.New(s3.Options{}) // want `s3\.New`
	}
}

func inArgument() int {
	s3.New(s3.Options{}) // want `s3\.New`
	return 0
}

func inArgument2() []int {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}
