// Package echo is a stub for tests: declarations only.
package echo

import (
	"net/http"
)

type Context interface {
	Bind(i any) error
	Get(key string) any
	JSON(code int, i any) error
	NoContent(code int) error
	Param(name string) string
	Path() string
	QueryParam(name string) string
	Request() *http.Request
	Set(key string, val any)
	String(code int, s string) error
	stub()
}

type Echo struct {
	HTTPErrorHandler HTTPErrorHandler
}

func (e *Echo) Pre(middleware ...MiddlewareFunc) {}

func (e *Echo) Use(middleware ...MiddlewareFunc) {}

func (e *Echo) DELETE(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }

func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }

func (e *Echo) PATCH(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }

func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }

func (e *Echo) PUT(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }

func (e *Echo) RouteNotFound(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }

func (e *Echo) Any(path string, handler HandlerFunc, middleware ...MiddlewareFunc) []*Route {
	return nil
}

func (e *Echo) Match(methods []string, path string, handler HandlerFunc, middleware ...MiddlewareFunc) []*Route {
	return nil
}

func (e *Echo) Add(method string, path string, handler HandlerFunc, middleware ...MiddlewareFunc) *Route {
	return nil
}

func (e *Echo) Group(prefix string, m ...MiddlewareFunc) (g *Group) { return }

func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func (e *Echo) Start(address string) error { return nil }

type Group struct {
}

func (g *Group) Use(middleware ...MiddlewareFunc) {}

func (g *Group) DELETE(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }

func (g *Group) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }

func (g *Group) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }

func (g *Group) PUT(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }

func (g *Group) Any(path string, handler HandlerFunc, middleware ...MiddlewareFunc) []*Route {
	return nil
}

func (g *Group) Group(prefix string, middleware ...MiddlewareFunc) (sg *Group) { return }

func (g *Group) Add(method string, path string, handler HandlerFunc, middleware ...MiddlewareFunc) *Route {
	return nil
}

type HTTPErrorHandler func(err error, c Context)

type HandlerFunc func(c Context) error

type Map map[string]interface{}

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

func New() (e *Echo) { return }

type Route struct {
}

func WrapHandler(h http.Handler) HandlerFunc { return nil }

func WrapMiddleware(m func(http.Handler) http.Handler) MiddlewareFunc { return nil }
