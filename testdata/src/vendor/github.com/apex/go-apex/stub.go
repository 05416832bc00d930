// Package apex is a stub for tests: declarations only.
package apex

import "encoding/json"

type Context struct{ RequestID string }
type Handler interface {
	Handle(json.RawMessage, *Context) (interface{}, error)
}
type HandlerFunc func(event json.RawMessage, ctx *Context) (interface{}, error)

func Handle(h Handler)         {}
func HandleFunc(h HandlerFunc) {}
