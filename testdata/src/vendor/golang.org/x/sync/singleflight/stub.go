// Package singleflight is a stub for tests: declarations only.
package singleflight

type Group struct {
}

func (g *Group) Do(key string, fn func() (any, error)) (v any, err error, shared bool) { return }

func (g *Group) DoChan(key string, fn func() (any, error)) <-chan Result { return nil }

type Result struct {
	Val    any
	Err    error
	Shared bool
}
