// Package ssm is a stub for tests: declarations only.
package ssm

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"
)

type Client struct {
}

func (c *Client) GetParameter(ctx context.Context, params *GetParameterInput, optFns ...func(*Options)) (*GetParameterOutput, error) {
	return nil, nil
}

func (c *Client) GetParametersByPath(ctx context.Context, params *GetParametersByPathInput, optFns ...func(*Options)) (*GetParametersByPathOutput, error) {
	return nil, nil
}

type GetParameterInput struct {
	Name           *string
	WithDecryption *bool
}

type GetParameterOutput struct {
	Parameter *types.Parameter
}

type GetParametersByPathInput struct {
	Path *string
}

type GetParametersByPathOutput struct {
}

func New(options Options, optFns ...func(*Options)) *Client { return nil }

func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client { return nil }

type Options struct {
	Region string
}
