// Package graph is a stub for tests: declarations only.
package graph

import (
	"context"
	"net/http"
)

type Schema interface {
	Exec(ctx context.Context) func(context.Context) any
	Complexity(field string) int
}

func NewServer(s Schema) *Server { return nil }

type Server struct{}

func (s *Server) SetErrorPresenter(f func(ctx context.Context, err error) error) {}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {}
