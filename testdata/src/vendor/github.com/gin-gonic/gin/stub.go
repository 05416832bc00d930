// Package gin is a stub for tests: declarations only.
package gin

import (
	"net/http"
)

type Context struct {
	Request *http.Request
	Writer  ResponseWriter
}

func (c *Context) Next() {}

func (c *Context) Abort() {}

func (c *Context) AbortWithStatus(code int) {}

func (c *Context) Set(key any, value any) {}

func (c *Context) Get(key any) (value any, exists bool) { return }

func (c *Context) MustGet(key any) any { return nil }

func (c *Context) Param(key string) string { return "" }

func (c *Context) Query(key string) (value string) { return }

func (c *Context) ShouldBindJSON(obj any) error { return nil }

func (c *Context) Status(code int) {}

func (c *Context) GetHeader(key string) string { return "" }

func (c *Context) JSON(code int, obj any) {}

func (c *Context) String(code int, format string, values ...any) {}

func Default(opts ...OptionFunc) *Engine { return nil }

type Engine struct {
	RouterGroup
}

func (engine *Engine) NoRoute(handlers ...HandlerFunc) {}

func (engine *Engine) NoMethod(handlers ...HandlerFunc) {}

func (engine *Engine) Use(middleware ...HandlerFunc) IRoutes { return nil }

func (engine *Engine) Run(addr ...string) (err error) { return }

func (engine *Engine) ServeHTTP(w http.ResponseWriter, req *http.Request) {}

type H map[string]any

type HandlerFunc func(*Context)

type HandlersChain []HandlerFunc

type IRouter interface {
	Any(string, ...HandlerFunc) IRoutes
	DELETE(string, ...HandlerFunc) IRoutes
	GET(string, ...HandlerFunc) IRoutes
	Group(string, ...HandlerFunc) *RouterGroup
	HEAD(string, ...HandlerFunc) IRoutes
	Handle(string, string, ...HandlerFunc) IRoutes
	Match([]string, string, ...HandlerFunc) IRoutes
	OPTIONS(string, ...HandlerFunc) IRoutes
	PATCH(string, ...HandlerFunc) IRoutes
	POST(string, ...HandlerFunc) IRoutes
	PUT(string, ...HandlerFunc) IRoutes
	Static(string, string) IRoutes
	StaticFS(string, http.FileSystem) IRoutes
	StaticFile(string, string) IRoutes
	StaticFileFS(string, string, http.FileSystem) IRoutes
	Use(...HandlerFunc) IRoutes
}

type IRoutes interface {
	Any(string, ...HandlerFunc) IRoutes
	DELETE(string, ...HandlerFunc) IRoutes
	GET(string, ...HandlerFunc) IRoutes
	HEAD(string, ...HandlerFunc) IRoutes
	Handle(string, string, ...HandlerFunc) IRoutes
	Match([]string, string, ...HandlerFunc) IRoutes
	OPTIONS(string, ...HandlerFunc) IRoutes
	PATCH(string, ...HandlerFunc) IRoutes
	POST(string, ...HandlerFunc) IRoutes
	PUT(string, ...HandlerFunc) IRoutes
	Static(string, string) IRoutes
	StaticFS(string, http.FileSystem) IRoutes
	StaticFile(string, string) IRoutes
	StaticFileFS(string, string, http.FileSystem) IRoutes
	Use(...HandlerFunc) IRoutes
}

func Logger() HandlerFunc { return nil }

func New(opts ...OptionFunc) *Engine { return nil }

type OptionFunc func(*Engine)

func Recovery() HandlerFunc { return nil }

const ReleaseMode = "release"

type ResponseWriter interface {
	stub()
}

type RouterGroup struct {
}

func (group *RouterGroup) Use(middleware ...HandlerFunc) IRoutes { return nil }

func (group *RouterGroup) Group(relativePath string, handlers ...HandlerFunc) *RouterGroup {
	return nil
}

func (group *RouterGroup) Handle(httpMethod string, relativePath string, handlers ...HandlerFunc) IRoutes {
	return nil
}

func (group *RouterGroup) POST(relativePath string, handlers ...HandlerFunc) IRoutes { return nil }

func (group *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) IRoutes { return nil }

func (group *RouterGroup) DELETE(relativePath string, handlers ...HandlerFunc) IRoutes { return nil }

func (group *RouterGroup) PATCH(relativePath string, handlers ...HandlerFunc) IRoutes { return nil }

func (group *RouterGroup) PUT(relativePath string, handlers ...HandlerFunc) IRoutes { return nil }

func (group *RouterGroup) OPTIONS(relativePath string, handlers ...HandlerFunc) IRoutes { return nil }

func (group *RouterGroup) HEAD(relativePath string, handlers ...HandlerFunc) IRoutes { return nil }

func (group *RouterGroup) Any(relativePath string, handlers ...HandlerFunc) IRoutes { return nil }

func (group *RouterGroup) Match(methods []string, relativePath string, handlers ...HandlerFunc) IRoutes {
	return nil
}

func SetMode(value string) {}

func WrapF(f http.HandlerFunc) HandlerFunc { return nil }

func WrapH(h http.Handler) HandlerFunc { return nil }
