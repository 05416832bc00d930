// Package mongo stands for a database driver with options builders.
package mongo

import "context"

type ClientOptions struct{ uri string }

func Options() *ClientOptions { return &ClientOptions{} }

func (o *ClientOptions) ApplyURI(uri string) *ClientOptions { o.uri = uri; return o }

func (o *ClientOptions) SetAppName(name string) *ClientOptions { return o }

type Client struct{}

type Collection struct{}

func Connect(ctx context.Context, opts ...*ClientOptions) (*Client, error) { return &Client{}, nil }

func (c *Client) Disconnect(ctx context.Context) error { return nil }

func (c *Client) Collection(db, name string) *Collection { return &Collection{} }

func (c *Collection) InsertOne(ctx context.Context, doc any) error { return nil }

func NewClient(opts ...*ClientOptions) (*Client, error) { return &Client{}, nil }

func (c *Client) Connect(ctx context.Context) error { return nil }

func (c *Client) Start(ctx context.Context, name string) (*Collection, error) { return nil, nil }
