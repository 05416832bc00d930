// Package vesper is a stub for tests: declarations only.
package vesper

import "context"

type LambdaFunc func(context.Context, interface{}) (interface{}, error)

type Middleware func(next LambdaFunc) LambdaFunc

type Vesper struct{}

func New(l interface{}, middlewares ...Middleware) *Vesper { return nil }

func (v *Vesper) Use(middlewares ...Middleware) *Vesper { return v }

func (v *Vesper) Start() {}
