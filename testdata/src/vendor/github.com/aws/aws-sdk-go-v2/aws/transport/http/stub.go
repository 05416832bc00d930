// Package http is a stub for tests: declarations only.
package http

import (
	"net/http"
	"time"
)

type BuildableClient struct {
}

func (b *BuildableClient) Do(req *http.Request) (*http.Response, error) { return nil, nil }

func (b *BuildableClient) WithTimeout(timeout time.Duration) *BuildableClient { return nil }

func NewBuildableClient() *BuildableClient { return nil }
