// Package resty is a stub for tests: declarations only.
package resty

import (
	"net/http"
	"time"
)

type Client struct {
}

func (c *Client) SetBaseURL(url string) *Client { return nil }

func (c *Client) R() *Request { return nil }

func (c *Client) SetTimeout(timeout time.Duration) *Client { return nil }

func New() *Client { return nil }

func NewWithClient(hc *http.Client) *Client { return nil }

type Request struct {
}

func (r *Request) SetBody(body interface{}) *Request { return nil }

func (r *Request) Get(url string) (*Response, error) { return nil, nil }

func (r *Request) Post(url string) (*Response, error) { return nil, nil }

type Response struct {
}

func (r *Response) Body() []byte { return nil }
