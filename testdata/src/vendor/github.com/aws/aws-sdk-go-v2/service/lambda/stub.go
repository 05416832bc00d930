// Package lambda is a stub for tests: declarations only.
package lambda

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
)

type Client struct {
}

func (c *Client) Invoke(ctx context.Context, params *InvokeInput, optFns ...func(*Options)) (*InvokeOutput, error) {
	return nil, nil
}

type InvokeInput struct {
	FunctionName *string
	Payload      []byte
}

type InvokeOutput struct {
	Payload []byte
}

func New(options Options, optFns ...func(*Options)) *Client { return nil }

func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client { return nil }

type Options struct {
	Region string
}
