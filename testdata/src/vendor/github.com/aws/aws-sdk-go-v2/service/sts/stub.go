// Package sts is a stub for tests: declarations only.
package sts

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sts/types"
)

type AssumeRoleInput struct {
	RoleArn         *string
	RoleSessionName *string
}

type AssumeRoleOutput struct {
	Credentials *types.Credentials
}

type Client struct {
}

func (c *Client) AssumeRole(ctx context.Context, params *AssumeRoleInput, optFns ...func(*Options)) (*AssumeRoleOutput, error) {
	return nil, nil
}

func (c *Client) GetCallerIdentity(ctx context.Context, params *GetCallerIdentityInput, optFns ...func(*Options)) (*GetCallerIdentityOutput, error) {
	return nil, nil
}

type GetCallerIdentityInput struct {
}

type GetCallerIdentityOutput struct {
	Account *string
}

func New(options Options, optFns ...func(*Options)) *Client { return nil }

func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client { return nil }

type Options struct {
	Region string
}
