// Package main: R1, everything that a handler calls, to any depth.
package main

import (
	"context"
	"iter"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type event struct{ N int }

func main() { lambda.Start(handle) }

func handle(ctx context.Context, e event) (err error) {
	defer cleanUp()
	defer func() {
		s3.New(s3.Options{}) // want `s3\.New`
	}()
	go background(ctx)
	go func() {
		sqs.New(sqs.Options{}) // want `sqs\.New`
	}()
	func() {
		sns.New(sns.Options{}) // want `sns\.New`
	}()
	one(3)
	recursive(e.N)
	even(e.N)
	(&service{}).method()
	service{}.valueMethod()
	embedding{}.promoted()
	var s security
	s.init(ctx)
	for v := range sequence() {
		_ = v
	}
	for v := range withClient {
		_ = v
	}
	for range over(e.N) {
		s3.New(s3.Options{}) // want `s3\.New`
	}
	generic[int](e.N)
	pair[string]{}.method()
	if x := inCondition(); x != nil {
		return nil
	}
	switch {
	case inCase():
	}
	_ = []*s3.Client{s3.New(s3.Options{})}                        // want `s3\.New`
	_ = map[string]any{"table": dynamodb.New(dynamodb.Options{})} // want `dynamodb\.New`
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		inGoroutine()
	}()
	wg.Wait()
	_ = func() { s3.New(s3.Options{}) } // never called
	return
}

func cleanUp() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func background(ctx context.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func one(n int) { two(n) }

func two(n int) { three(n) }

func three(n int) { four() }

func four() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func recursive(n int) {
	if n == 0 {
		return
	}
	s3.New(s3.Options{}) // want `s3\.New`
	recursive(n - 1)
}

func even(n int) bool { return n == 0 || odd(n-1) }

func odd(n int) bool {
	sqs.New(sqs.Options{}) // want `sqs\.New`
	return n != 0 && even(n-1)
}

type service struct{ n int }

func (s *service) method() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func (s service) valueMethod() {
	s3.New(s3.Options{}) // want `s3\.New`
}

type embedded struct{}

func (embedded) promoted() {
	s3.New(s3.Options{}) // want `s3\.New`
}

type embedding struct{ embedded }

type security struct{ table *dynamodb.Client }

// init is a method, not the package's init (R3).
func (s *security) init(ctx context.Context) {
	s.table = dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New`
}

func sequence() iter.Seq[int] {
	return func(yield func(int) bool) {
		s3.New(s3.Options{}) // want `s3\.New`
		yield(1)
	}
}

func withClient(yield func(int) bool) {
	s3.New(s3.Options{}) // want `s3\.New`
	yield(1)
}

func over(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

func generic[T any](T) {
	s3.New(s3.Options{}) // want `s3\.New`
}

type pair[T any] struct{ a, b T }

func (pair[T]) method() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func inCondition() error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func inCase() bool {
	s3.New(s3.Options{}) // want `s3\.New`
	return true
}

func inGoroutine() {
	s3.New(s3.Options{}) // want `s3\.New`
}

// unreached is called by nothing that the handler calls.
func unreached() { alsoUnreached() }

func alsoUnreached() { s3.New(s3.Options{}) }

func init() { unreached() }
