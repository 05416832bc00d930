// Package main: R1, a method has the interface's signature however it is spelled.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type (
	item  = map[string]interface{}
	bytes = []byte
)

type store interface {
	Get(ctx context.Context, key []byte, more ...func(item) any) (map[string]any, error)
}

type table struct{}

func (table) Get(c context.Context, k bytes, _ ...func(map[string]any) interface{}) (out item, err error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

// scan has no method of the interface.
type scan struct{}

func (scan) Get(c context.Context, k bytes, more func(item) any) (item, error) {
	s3.New(s3.Options{})
	return nil, nil
}

// other makes scan known as an interface's value.
type other interface {
	Get(c context.Context, k bytes, more func(item) any) (item, error)
}

var known = []any{store(table{}), other(scan{})}

// stores come from outside: what implements the interface may be there.
var stores map[string]store

func main() {
	_ = known
	lambda.Start(func(ctx context.Context, name string) error {
		_, err := stores[name].Get(ctx, nil)
		return err
	})
}
