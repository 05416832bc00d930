// Package apigatewaymanagementapi is a stub for tests: declarations only.
package apigatewaymanagementapi

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
)

type Client struct {
}

func (c *Client) PostToConnection(ctx context.Context, params *PostToConnectionInput, optFns ...func(*Options)) (*PostToConnectionOutput, error) {
	return nil, nil
}

func New(options Options, optFns ...func(*Options)) *Client { return nil }

func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client { return nil }

type Options struct {
	BaseEndpoint *string
	Credentials  aws.CredentialsProvider
	Region       string
}

type PostToConnectionInput struct {
	ConnectionId *string
	Data         []byte
}

type PostToConnectionOutput struct {
}
