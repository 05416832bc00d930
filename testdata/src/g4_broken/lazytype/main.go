// Package main: G4, an own lazy type, where it outlives the invocation and where not.
package main

import (
	"context"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type lazy[T any] struct {
	once  sync.Once
	value T
	build func() T
}

func (l *lazy[T]) get() T {
	l.once.Do(func() { l.value = l.build() })
	return l.value
}

var bucket = &lazy[*s3.Client]{build: func() *s3.Client { return s3.New(s3.Options{}) }}

func handle(ctx context.Context) error {
	bucket.get()
	table := lazy[*dynamodb.Client]{build: func() *dynamodb.Client {
		return dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New.*created during the invocation`
	}}
	table.get()
	flags(ctx)
	return nil
}

func main() { lambda.Start(handle) }
