// Package api is a stub for tests: declarations only.
package api

import (
	"context"
	"net/http"
)

type API interface{ stub() }

func New(mux *http.ServeMux, title string) API { return nil }

func Get[I, O any](api API, path string, handler func(context.Context, *I) (*O, error)) {}

func Describe(api API, text func() string) {}
