// Package chi is a stub for tests: declarations only.
package chi

import (
	"net/http"
)

type Context struct {
}

type Middlewares []func(http.Handler) http.Handler

type Mux struct {
}

func (mx *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func (mx *Mux) Use(middlewares ...func(http.Handler) http.Handler) {}

func (mx *Mux) Handle(pattern string, handler http.Handler) {}

func (mx *Mux) HandleFunc(pattern string, handlerFn http.HandlerFunc) {}

func (mx *Mux) Method(method string, pattern string, handler http.Handler) {}

func (mx *Mux) MethodFunc(method string, pattern string, handlerFn http.HandlerFunc) {}

func (mx *Mux) Connect(pattern string, handlerFn http.HandlerFunc) {}

func (mx *Mux) Delete(pattern string, handlerFn http.HandlerFunc) {}

func (mx *Mux) Get(pattern string, handlerFn http.HandlerFunc) {}

func (mx *Mux) Head(pattern string, handlerFn http.HandlerFunc) {}

func (mx *Mux) Options(pattern string, handlerFn http.HandlerFunc) {}

func (mx *Mux) Patch(pattern string, handlerFn http.HandlerFunc) {}

func (mx *Mux) Post(pattern string, handlerFn http.HandlerFunc) {}

func (mx *Mux) Put(pattern string, handlerFn http.HandlerFunc) {}

func (mx *Mux) Trace(pattern string, handlerFn http.HandlerFunc) {}

func (mx *Mux) NotFound(handlerFn http.HandlerFunc) {}

func (mx *Mux) MethodNotAllowed(handlerFn http.HandlerFunc) {}

func (mx *Mux) With(middlewares ...func(http.Handler) http.Handler) Router { return nil }

func (mx *Mux) Group(fn func(r Router)) Router { return nil }

func (mx *Mux) Route(pattern string, fn func(r Router)) Router { return nil }

func (mx *Mux) Mount(pattern string, handler http.Handler) {}

func (mx *Mux) Routes() []Route { return nil }

func (mx *Mux) Middlewares() Middlewares { return nil }

func (mx *Mux) Match(rctx *Context, method string, path string) bool { return false }

func (mx *Mux) Find(rctx *Context, method string, path string) string { return "" }

func NewMux() *Mux { return nil }

func NewRouter() *Mux { return nil }

type Route struct {
}

type Router interface {
	Connect(pattern string, h http.HandlerFunc)
	Delete(pattern string, h http.HandlerFunc)
	Find(rctx *Context, method string, path string) string
	Get(pattern string, h http.HandlerFunc)
	Group(fn func(r Router)) Router
	Handle(pattern string, h http.Handler)
	HandleFunc(pattern string, h http.HandlerFunc)
	Head(pattern string, h http.HandlerFunc)
	Match(rctx *Context, method string, path string) bool
	Method(method string, pattern string, h http.Handler)
	MethodFunc(method string, pattern string, h http.HandlerFunc)
	MethodNotAllowed(h http.HandlerFunc)
	Middlewares() Middlewares
	Mount(pattern string, h http.Handler)
	NotFound(h http.HandlerFunc)
	Options(pattern string, h http.HandlerFunc)
	Patch(pattern string, h http.HandlerFunc)
	Post(pattern string, h http.HandlerFunc)
	Put(pattern string, h http.HandlerFunc)
	Query(pattern string, h http.HandlerFunc)
	Route(pattern string, fn func(r Router)) Router
	Routes() []Route
	ServeHTTP(http.ResponseWriter, *http.Request)
	Trace(pattern string, h http.HandlerFunc)
	Use(middlewares ...func(http.Handler) http.Handler)
	With(middlewares ...func(http.Handler) http.Handler) Router
}

type Routes interface {
	Find(rctx *Context, method string, path string) string
	Match(rctx *Context, method string, path string) bool
	Middlewares() Middlewares
	Routes() []Route
}

func URLParam(r *http.Request, key string) string { return "" }
