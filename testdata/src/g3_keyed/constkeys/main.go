// Package main: G3, a miss under one key that only another key's test stores.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var clients = map[string]*dynamodb.Client{}
var list [2]*s3.Client

func handle(ctx context.Context) error {
	if _, ok := clients["a"]; !ok {
		clients["a"] = dynamodb.New(dynamodb.Options{})
	}
	b, ok := clients["b"]
	if !ok {
		b = dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New`
	}
	_ = b
	if list[0] == nil {
		list[0] = s3.New(s3.Options{})
	}
	if list[1] == nil {
		_ = s3.New(s3.Options{}) // want `s3\.New`
	}
	return nil
}

func main() { lambda.Start(handle) }
