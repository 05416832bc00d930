// Package dynamodb is a stub for tests: declarations only.
package dynamodb

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

type DynamoDB struct {
}

func (c *DynamoDB) GetItem(input *GetItemInput) (*GetItemOutput, error) { return nil, nil }

func (c *DynamoDB) PutItem(input *PutItemInput) (*PutItemOutput, error) { return nil, nil }

func (c *DynamoDB) Query(input *QueryInput) (*QueryOutput, error) { return nil, nil }

type GetItemInput struct {
	TableName *string
}

type GetItemOutput struct {
}

func New(p client.ConfigProvider, cfgs ...*aws.Config) *DynamoDB { return nil }

type PutItemInput struct {
	TableName *string
}

type PutItemOutput struct {
}

type QueryInput struct {
	TableName *string
}

type QueryOutput struct {
}
