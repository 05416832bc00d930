// Package storage is a stub for tests: declarations only.
package storage

import (
	"context"

	"google.golang.org/api/option"
)

type BucketHandle struct {
}

func (b *BucketHandle) Object(name string) *ObjectHandle { return nil }

type Client struct {
}

func (c *Client) Bucket(name string) *BucketHandle { return nil }

func (c *Client) Close() error { return nil }

func NewClient(ctx context.Context, opts ...option.ClientOption) (*Client, error) { return nil, nil }

type ObjectHandle struct {
}

func (o *ObjectHandle) NewReader(ctx context.Context, opts ...ReaderOption) (*Reader, error) {
	return nil, nil
}

type Reader struct {
}

type ReaderOption interface {
	stub()
}
