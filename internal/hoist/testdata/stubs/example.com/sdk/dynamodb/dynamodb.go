// Package dynamodb stands for a service client.
package dynamodb

import (
	"context"

	"example.com/sdk/aws"
	"example.com/sdk/session"
)

type Client struct{}

type DynamoDB struct{}

func NewFromConfig(cfg aws.Config) *Client { return nil }

func New(s *session.Session, cfgs ...*aws.Config) *DynamoDB { return nil }

func (c *Client) Put(ctx context.Context, table, key string) error { return nil }

func (c *Client) Get(ctx context.Context, table, key string) (string, error) { return "", nil }

func (c *DynamoDB) Put(table, key string) error { return nil }

func ScanPages(c *Client, table string) error { return nil }
