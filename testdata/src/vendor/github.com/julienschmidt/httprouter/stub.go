// Package httprouter is a stub for tests: declarations only.
package httprouter

import (
	"net/http"
)

type Handle func(http.ResponseWriter, *http.Request, Params)

func New() *Router { return nil }

type Param struct {
}

type Params []Param

func (ps Params) ByName(name string) string { return "" }

type Router struct {
	NotFound         http.Handler
	MethodNotAllowed http.Handler
	PanicHandler     func(http.ResponseWriter, *http.Request, interface{})
}

func (r *Router) GET(path string, handle Handle) {}

func (r *Router) HEAD(path string, handle Handle) {}

func (r *Router) OPTIONS(path string, handle Handle) {}

func (r *Router) POST(path string, handle Handle) {}

func (r *Router) PUT(path string, handle Handle) {}

func (r *Router) PATCH(path string, handle Handle) {}

func (r *Router) DELETE(path string, handle Handle) {}

func (r *Router) Handle(method string, path string, handle Handle) {}

func (r *Router) Handler(method string, path string, handler http.Handler) {}

func (r *Router) HandlerFunc(method string, path string, handler http.HandlerFunc) {}

func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {}
