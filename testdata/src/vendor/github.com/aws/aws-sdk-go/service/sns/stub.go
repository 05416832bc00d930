// Package sns is a stub for tests: declarations only.
package sns

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

func New(p client.ConfigProvider, cfgs ...*aws.Config) *SNS { return nil }

type PublishInput struct {
	Message  *string
	TopicArn *string
}

type PublishOutput struct {
}

type SNS struct {
}

func (c *SNS) Publish(input *PublishInput) (*PublishOutput, error) { return nil, nil }
