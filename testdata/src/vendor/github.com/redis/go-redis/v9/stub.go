// Package redis is a stub for tests: declarations only.
package redis

import "time"

type Client struct {
}

func (c *Client) Close() error { return nil }

func (c *Client) Pipeline() Pipeliner { return nil }

func (c *Client) WithTimeout(timeout time.Duration) *Client { return nil }

type Pipeliner interface {
	Len() int
}

type ClusterClient struct {
}

type ClusterOptions struct {
	Addrs []string
}

func NewClient(opt *Options) *Client { return nil }

func NewClusterClient(opt *ClusterOptions) *ClusterClient { return nil }

type Options struct {
	Addr     string
	Password string
	DB       int
}

func ParseURL(redisURL string) (*Options, error) { return nil, nil }
