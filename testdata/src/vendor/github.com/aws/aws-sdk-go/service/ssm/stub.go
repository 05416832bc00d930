// Package ssm is a stub for tests: declarations only.
package ssm

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

type GetParameterInput struct {
	Name           *string
	WithDecryption *bool
}

type GetParameterOutput struct {
	Parameter *Parameter
}

func New(p client.ConfigProvider, cfgs ...*aws.Config) *SSM { return nil }

type Parameter struct {
	Value *string
}

type SSM struct {
}

func (c *SSM) GetParameter(input *GetParameterInput) (*GetParameterOutput, error) { return nil, nil }
