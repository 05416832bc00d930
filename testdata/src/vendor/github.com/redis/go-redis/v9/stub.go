// Package redis is a stub for tests: declarations only.
package redis

type Client struct {
}

func (c *Client) Close() error { return nil }

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
