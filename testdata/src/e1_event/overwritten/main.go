// Package main: E1, a field with event data that is overwritten before the build.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type place struct {
	Region string
	Name   string
}

func handle(ctx context.Context, e events.CloudWatchEvent) error {
	o := s3.Options{Region: e.Region}
	o.Region = "eu-central-1"
	_ = s3.New(o) // want `s3\.New`

	half := s3.Options{Region: e.Region}
	if e.Source == "" {
		half.Region = "eu-central-1"
	}
	_ = s3.New(half)

	p := place{Region: e.Region, Name: e.Source}
	p.Name = ""
	_ = sqs.New(sqs.Options{Region: p.Region})

	after := sns.Options{Region: e.Region}
	_ = sns.New(after)
	after.Region = "eu-central-1"

	all := dynamodb.Options{Region: e.Region}
	all = dynamodb.Options{Region: "eu-central-1"}
	_ = dynamodb.New(all) // want `dynamodb\.New`
	return nil
}

func main() { lambda.Start(handle) }
