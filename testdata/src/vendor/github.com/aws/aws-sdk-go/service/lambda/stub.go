// Package lambda is a stub for tests: declarations only.
package lambda

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

type InvokeInput struct {
	FunctionName *string
	Payload      []byte
}

type InvokeOutput struct {
}

type Lambda struct {
}

func (c *Lambda) Invoke(input *InvokeInput) (*InvokeOutput, error) { return nil, nil }

func New(p client.ConfigProvider, cfgs ...*aws.Config) *Lambda { return nil }
