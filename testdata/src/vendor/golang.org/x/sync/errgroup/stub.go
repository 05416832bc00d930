// Package errgroup is a stub for tests: declarations only.
package errgroup

import (
	"context"
)

type Group struct {
}

func (g *Group) Wait() error { return nil }

func (g *Group) Go(f func() error) {}

func (g *Group) TryGo(f func() error) bool { return false }

func (g *Group) SetLimit(n int) {}

func WithContext(ctx context.Context) (*Group, context.Context) { return nil, nil }
