// Package main: E1, address of event field.
package main

import (
	"context"
	"fmt"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/redis/go-redis/v9"
)

// E1: &event.Field in a request's input, whose result is used (aws.String(event.Field) passes)
var tbl = dynamodb.New(dynamodb.Options{})
var sm = secretsmanager.New(secretsmanager.Options{})

func handle(ctx context.Context, e events.APIGatewayProxyRequest) error {
	out, err := sm.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &e.Path})
	if err != nil {
		return err
	}
	_ = redis.NewClient(&redis.Options{Password: *out.SecretString})
	in := &dynamodb.GetItemInput{}
	in.TableName = &e.Body
	o, err := tbl.GetItem(ctx, in)
	if err != nil {
		return err
	}
	_ = sqs.New(sqs.Options{Region: fmt.Sprint(o.Item["region"])})
	return nil
}

func main() { lambda.Start(handle) }
