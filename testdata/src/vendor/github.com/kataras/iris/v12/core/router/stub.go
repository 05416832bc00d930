// Package router is a stub for tests: declarations only.
package router

import "github.com/kataras/iris/v12/context"

type Route struct{}
type Party interface {
	Get(path string, h ...context.Handler) *Route
	Post(path string, h ...context.Handler) *Route
	Handle(method, path string, h ...context.Handler) *Route
	Party(path string, h ...context.Handler) Party
	PartyFunc(path string, f func(p Party)) Party
	Use(h ...context.Handler)
}
type APIBuilder struct{}

func (a *APIBuilder) Get(path string, h ...context.Handler) *Route            { return nil }
func (a *APIBuilder) Post(path string, h ...context.Handler) *Route           { return nil }
func (a *APIBuilder) Handle(method, path string, h ...context.Handler) *Route { return nil }
func (a *APIBuilder) Party(path string, h ...context.Handler) Party           { return nil }
func (a *APIBuilder) PartyFunc(path string, f func(p Party)) Party            { return nil }
func (a *APIBuilder) Use(h ...context.Handler)                                {}
func (a *APIBuilder) OnErrorCode(code int, h ...context.Handler)              {}
