// Package sqs is a stub for tests: declarations only.
package sqs

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
)

type Client struct {
}

func (c *Client) DeleteMessage(ctx context.Context, params *DeleteMessageInput, optFns ...func(*Options)) (*DeleteMessageOutput, error) {
	return nil, nil
}

func (c *Client) ReceiveMessage(ctx context.Context, params *ReceiveMessageInput, optFns ...func(*Options)) (*ReceiveMessageOutput, error) {
	return nil, nil
}

func (c *Client) SendMessage(ctx context.Context, params *SendMessageInput, optFns ...func(*Options)) (*SendMessageOutput, error) {
	return nil, nil
}

type DeleteMessageInput struct {
	QueueUrl      *string
	ReceiptHandle *string
}

type DeleteMessageOutput struct {
}

func New(options Options, optFns ...func(*Options)) *Client { return nil }

func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client { return nil }

type Options struct {
	BaseEndpoint *string
	Region       string
}

type ReceiveMessageInput struct {
	QueueUrl *string
}

type ReceiveMessageOutput struct {
}

type SendMessageInput struct {
	MessageBody *string
	QueueUrl    *string
}

type SendMessageOutput struct {
}
