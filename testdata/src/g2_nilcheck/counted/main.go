// Package main: G2, a counter of which only the first invocation sees the first
// number.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type app struct {
	calls  int
	client *s3.Client
}

var (
	calls, others, more int
	first               = s3.New(s3.Options{})
	shared              = &app{}
)

func counted() {
	calls++
	if calls == 1 {
		first = s3.New(s3.Options{})
	}
}

func (a *app) counted() {
	a.calls += 1
	if a.calls != 1 {
		return
	}
	a.client = s3.New(s3.Options{})
}

func manyTimes() {
	others++
	if others > 0 {
		first = s3.New(s3.Options{}) // want `s3\.New`
	}
	more++
	if more%100 == 1 {
		first = s3.New(s3.Options{}) // want `s3\.New`
	}
}

func local() {
	n := 0
	n++
	if n == 1 {
		first = s3.New(s3.Options{}) // want `s3\.New`
	}
}

func (a *app) perInvocation() {
	a.calls++
	if a.calls == 1 {
		a.client = s3.New(s3.Options{}) // want `s3\.New`
	}
}

func handle(context.Context) error {
	counted()
	shared.counted()
	manyTimes()
	local()
	(&app{}).perInvocation()
	return nil
}

func main() { lambda.Start(handle) }
