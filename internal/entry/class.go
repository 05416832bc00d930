package entry

import (
	"go/types"
	"strings"
)

const eventsPath = lambdaGo + "events"

// A Class says what a parameter's type means to the analysis.
type Class uint8

// The classes of parameters.
const (
	Plain   Class = iota
	Context       // context.Context: no event dependence (E2)
	Event         // comes from aws-lambda-go/events (H6)
	Request       // an HTTP framework's request (H5)
	Router        // a router to register routes on: its function runs once (H5)
	Next          // the next handler of a middleware (H5)
)

// requests are the types that exist once per HTTP request (H5).
var requests = map[string]bool{
	"net/http.Request":                           true,
	"net/http.ResponseWriter":                    true,
	"github.com/gin-gonic/gin.Context":           true,
	"github.com/labstack/echo.Context":           true,
	"github.com/gofiber/fiber.Ctx":               true,
	"github.com/valyala/fasthttp.RequestCtx":     true,
	"github.com/kataras/iris.Context":            true,
	"github.com/kataras/iris/context.Context":    true,
	"github.com/julienschmidt/httprouter.Params": true,
}

// routers are the types on which routes are registered (H5).
var routers = map[string]bool{
	"net/http.ServeMux":                          true,
	"github.com/gin-gonic/gin.Engine":            true,
	"github.com/gin-gonic/gin.RouterGroup":       true,
	"github.com/gin-gonic/gin.IRouter":           true,
	"github.com/gin-gonic/gin.IRoutes":           true,
	"github.com/labstack/echo.Echo":              true,
	"github.com/labstack/echo.Group":             true,
	"github.com/go-chi/chi.Router":               true,
	"github.com/go-chi/chi.Mux":                  true,
	"github.com/gorilla/mux.Router":              true,
	"github.com/gorilla/mux.Route":               true,
	"github.com/gofiber/fiber.App":               true,
	"github.com/gofiber/fiber.Router":            true,
	"github.com/gofiber/fiber.Group":             true,
	"github.com/julienschmidt/httprouter.Router": true,
	"github.com/kataras/iris.Application":        true,
	"github.com/kataras/iris.Party":              true,
	"github.com/kataras/iris/core/router.Party":  true,
	"github.com/urfave/negroni.Negroni":          true,
}

// nexts are the types of handlers that a middleware wraps (H5).
var nexts = map[string]bool{
	"net/http.Handler":                      true,
	"net/http.HandlerFunc":                  true,
	"github.com/labstack/echo.HandlerFunc":  true,
	"github.com/gin-gonic/gin.HandlerFunc":  true,
	"github.com/gofiber/fiber.Handler":      true,
	"github.com/gorilla/mux.MiddlewareFunc": true,
}

// appliesPerRequest are the packages whose routers call func(next) handler
// again on every request; the others call it once, when routes are set up (H5).
var appliesPerRequest = map[string]bool{
	"github.com/labstack/echo": true,
	"github.com/gorilla/mux":   true,
}

// AppliesPerRequest reports whether the routers of the package at path apply
// middleware on every request (H5).
func AppliesPerRequest(path string) bool { return appliesPerRequest[Fold(path)] }

// ClassOf says what a parameter of type t means to the analysis.
func ClassOf(t types.Type) Class {
	if IsContext(t) {
		return Context
	}
	name := namedOf(t)
	switch {
	case requests[name]:
		return Request
	case routers[name]:
		return Router
	case nexts[name]:
		return Next
	case hasEvent(pointee(t), 0):
		return Event
	}
	if sig, ok := t.Underlying().(*types.Signature); ok && takesRequest(sig) {
		return Next
	}
	return Plain
}

// IsContext reports whether t is context.Context, or the durable execution
// SDK's context: neither is an event (E2).
func IsContext(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || n.Obj().Name() != "Context" {
		return false
	}
	path := n.Obj().Pkg().Path()
	return path == "context" || path == "github.com/aws/aws-durable-execution-sdk-go/durable"
}

// namedOf returns the folded full name of t or of what t points to.
func namedOf(t types.Type) string {
	n, ok := types.Unalias(pointee(t)).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return ""
	}
	return Fold(n.Obj().Pkg().Path()) + "." + n.Obj().Name()
}

func takesRequest(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if requests[namedOf(v.Type())] {
			return true
		}
	}
	return false
}

// pointee returns what t points to, or t if it is no pointer.
func pointee(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// hasEvent reports whether t comes from aws-lambda-go/events: itself, a
// pointer, a slice or a struct of it (H6).
func hasEvent(t types.Type, depth int) bool {
	if depth > 2 {
		return false
	}
	switch t := types.Unalias(t).(type) {
	case *types.Pointer:
		return hasEvent(t.Elem(), depth+1)
	case *types.Slice:
		return hasEvent(t.Elem(), depth+1)
	case *types.Named:
		if p := t.Obj().Pkg(); p != nil && strings.HasPrefix(p.Path(), eventsPath) {
			return !isResponse(t.Obj().Name())
		}
		return structHasEvent(t.Underlying(), depth)
	case *types.Struct:
		return structHasEvent(t, depth)
	}
	return false
}

func structHasEvent(t types.Type, depth int) bool {
	s, ok := t.(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if hasEvent(f.Type(), depth+1) {
			return true
		}
	}
	return false
}

// isResponse reports whether a type of package events is an answer, which a
// function may take outside of an invocation.
func isResponse(name string) bool { return strings.Contains(name, "Response") }
