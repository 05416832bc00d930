// Package main: R1, methods that a type argument brings.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type settable[T any] interface {
	*T
	Setup()
}

func newOf[T any, P settable[T]]() P {
	p := P(new(T))
	p.Setup()
	return p
}

type order struct{}

func (*order) Setup() {
	s3.New(s3.Options{}) // want `s3\.New`
}

// unused is no function's type argument.
type unused struct{}

func (*unused) Setup() {
	s3.New(s3.Options{})
}

type runner interface{ Run() }

type worker[J runner] struct{ job J }

func (w worker[J]) work() { w.job.Run() }

type job struct{}

func (job) Run() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func main() {
	lambda.Start(func(ctx context.Context) error {
		newOf[order]()
		worker[job]{}.work()
		return nil
	})
}
