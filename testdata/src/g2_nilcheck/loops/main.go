// Package main: G2, conditions of loops save nothing from running again.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

type work struct {
	items []string
	index map[string]string
	left  int
}

var (
	todo  = &work{}
	cache *s3.Client
)

func ranged() {
	for _, item := range todo.items {
		println(item)
	}
	_ = s3.New(s3.Options{}) // want `s3\.New`
	todo.items = append(todo.items, "next")
}

func drained() {
	for len(todo.items) > 0 {
		todo.items = todo.items[1:]
	}
	_ = sqs.New(sqs.Options{}) // want `^sqs\.New is built again on every invocation of main\.handle: `
	todo.items = append(todo.items, "next")
}

func keys() {
	for k := range todo.index {
		println(k)
	}
	_ = sns.New(sns.Options{}) // want `sns\.New`
	todo.index["x"] = "y"
}

func inside() {
	for todo.left > 0 {
		_ = ssm.New(ssm.Options{}) // want `^ssm\.New is built again on every invocation of main\.handle: `
		todo.left--
	}
}

func untilThere() *s3.Client {
	for cache == nil {
		cache = s3.New(s3.Options{})
	}
	return cache
}

func breaks() *s3.Client {
	for {
		if cache != nil {
			break
		}
		cache = s3.New(s3.Options{})
	}
	return cache
}

func handle(ctx context.Context) error {
	ranged()
	drained()
	keys()
	inside()
	untilThere()
	breaks()
	return nil
}

func main() { lambda.Start(handle) }
