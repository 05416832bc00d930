// Package sns is a stub for tests: declarations only.
package sns

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
)

type Client struct {
}

func (c *Client) Publish(ctx context.Context, params *PublishInput, optFns ...func(*Options)) (*PublishOutput, error) {
	return nil, nil
}

func New(options Options, optFns ...func(*Options)) *Client { return nil }

func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client { return nil }

type Options struct {
	BaseEndpoint *string
	Region       string
}

type PublishInput struct {
	Message  *string
	TopicArn *string
}

type PublishOutput struct {
	MessageId *string
}
