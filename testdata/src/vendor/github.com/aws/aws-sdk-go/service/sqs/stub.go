// Package sqs is a stub for tests: declarations only.
package sqs

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

func New(p client.ConfigProvider, cfgs ...*aws.Config) *SQS { return nil }

type SQS struct {
}

func (c *SQS) SendMessage(input *SendMessageInput) (*SendMessageOutput, error) { return nil, nil }

type SendMessageInput struct {
	MessageBody *string
	QueueUrl    *string
}

type SendMessageOutput struct {
}
