// Package main: E1, event data that is set through reflection is event data.
package main

import (
	"context"
	"reflect"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func set(from string, to any) { reflect.ValueOf(to).Elem().Set(reflect.ValueOf(from)) }

func handle(ctx context.Context, e events.SQSEvent) error {
	var fromEvent, constant string
	set(e.Records[0].Body, &fromEvent)
	set("eu-west-1", &constant)
	_ = s3.New(s3.Options{Region: fromEvent})
	_ = s3.New(s3.Options{Region: constant}) // want `s3\.New`
	return nil
}

func main() { lambda.Start(handle) }
