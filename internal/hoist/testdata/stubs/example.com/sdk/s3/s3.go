// Package s3 stands for a service client.
package s3

import (
	"context"

	"example.com/sdk/aws"
	"example.com/sdk/session"
)

type Options struct {
	Region       string
	UsePathStyle bool
}

type Client struct{ opts Options }

type S3 struct{}

type Input struct{ Bucket, Key *string }

type Output struct{ Body interface{ Close() error } }

type hidden struct{ N int }

func NewFromConfig(cfg aws.Config, opts ...func(*Options)) *Client { return &Client{} }

func New(s *session.Session, cfgs ...*aws.Config) *S3 { return &S3{} }

func NewHidden() *hidden { return &hidden{} }

func (c *Client) GetObject(ctx context.Context, in *Input) (*Output, error) { return nil, nil }

func (c *Client) PutObject(ctx context.Context, in *Input) (*Output, error) { return nil, nil }

func (c *S3) GetObject(in *Input) (*Output, error) { return nil, nil }

type Uploader struct{}

func NewUploader(c *Client, opts ...func(*Uploader)) *Uploader { return nil }

func (u *Uploader) Upload(ctx context.Context, in *Input) error { return nil }

type PresignClient struct{}

func NewPresignClient(c *Client) *PresignClient { return nil }

func (p *PresignClient) Presign(key string) string { return key }

func OpenHidden() (*hidden, error) { return &hidden{}, nil }

func (h *hidden) Put(key string) error { return nil }
