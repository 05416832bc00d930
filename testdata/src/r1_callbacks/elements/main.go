// Package main: R1, functions of other modules that iterate over a container
// pass its elements to their callbacks.
package main

import (
	"context"
	"slices"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var steps = []func(){
	func() { _ = s3.New(s3.Options{}) }, // want `s3.New is built again`
}

// never is iterated over only while the environment starts.
var never = []func(){func() { _ = sqs.New(sqs.Options{}) }}

var byName sync.Map

func init() {
	byName.Store("sns", func() { _ = sns.New(sns.Options{}) }) // want `sns.New is built again`
	for step := range slices.Values(never) {
		step()
	}
}

// A step is a struct that holds a function.
type step struct{ run func() }

var plan = []step{{run: func() { _ = s3.New(s3.Options{}) }}} // want `s3.New is built again`

var spare = []step{{run: func() { _ = sqs.New(sqs.Options{}) }}}

func handler(context.Context) error {
	for step := range slices.Values(steps) {
		step()
	}
	slices.IndexFunc(plan, func(s step) bool {
		s.run()
		return false
	})
	slices.IndexFunc(spare, func(s step) bool { return s.run == nil })
	byName.Range(func(_, v any) bool {
		v.(func())()
		return true
	})
	return nil
}

func main() { lambda.Start(handler) }
