// Package cfn is a stub for tests: declarations only.
package cfn

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
)

type CustomResourceFunction func(context.Context, Event) (physicalResourceID string, data map[string]interface{}, err error)

type CustomResourceLambdaFunction func(context.Context, Event) (reason string, err error)

type Event struct {
	RequestType        RequestType
	PhysicalResourceID string
	ResourceProperties map[string]interface{}
}

func LambdaWrap(lambdaFunction CustomResourceFunction) (fn CustomResourceLambdaFunction) { return }

func LambdaWrapSNS(lambdaFunction CustomResourceFunction) SNSCustomResourceLambdaFunction { return nil }

const RequestCreate RequestType = "Create"

const RequestDelete RequestType = "Delete"

type RequestType string

type SNSCustomResourceLambdaFunction func(context.Context, events.SNSEvent) (reason string, err error)
