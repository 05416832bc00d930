// Package context is a stub for tests: declarations only.
package context

type Context struct{}

func (c *Context) Next()            {}
func (c *Context) JSON(v any) error { return nil }

type Handler func(*Context)
