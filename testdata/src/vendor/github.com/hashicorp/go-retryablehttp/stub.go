// Package retryablehttp is a stub for tests: declarations only.
package retryablehttp

import (
	"net/http"
)

type Client struct {
	HTTPClient *http.Client
	RetryMax   int
}

func (c *Client) Get(url string) (*http.Response, error) { return nil, nil }

func (c *Client) StandardClient() *http.Client { return nil }

func NewClient() *Client { return nil }
