// Package ridge is a stub for tests: declarations only.
package ridge

import (
	"context"
	"net/http"
)

func New(address string, prefix string, mux http.Handler) *Ridge { return nil }

type Ridge struct {
	Address string
	Prefix  string
	Mux     http.Handler
}

func (r *Ridge) Run() {}

func (r *Ridge) RunWithContext(ctx context.Context) {}

func Run(address string, prefix string, mux http.Handler) {}

func RunWithContext(ctx context.Context, address string, prefix string, mux http.Handler) {}
