package entry_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"testing"

	"github.com/lambdainit/lambdainit/internal/entry"
)

// stubs are the packages that the types of TestClassOf come from.
var stubs = map[string]string{
	"github.com/aws/aws-lambda-go/events": `package events
		type SQSMessage struct{ Body string }
		type SQSEvent struct{ Records []SQSMessage }
		type SQSEventResponse struct{}
		type APIGatewayProxyResponse struct{}`,
	"github.com/aws/aws-durable-execution-sdk-go/durable": `package durable
		type Context interface{ Step() }`,
	"github.com/gin-gonic/gin": `package gin
		type Context struct{}
		type HandlerFunc func(*Context)
		type Engine struct{}
		type RouterGroup struct{}
		type IRouter interface{ Use(...HandlerFunc) }`,
	"github.com/labstack/echo/v4": `package echo
		type Context interface{ Bind(any) error }
		type HandlerFunc func(Context) error
		type MiddlewareFunc func(HandlerFunc) HandlerFunc
		type Echo struct{}
		type Group struct{}`,
	"github.com/go-chi/chi/v5": `package chi
		type Router interface{ Get() }
		type Mux struct{}`,
	"github.com/gofiber/fiber/v2": `package fiber
		type Ctx struct{}
		type Handler = func(*Ctx) error
		type App struct{}`,
	"github.com/gorilla/mux": `package mux
		import "net/http"
		type Router struct{}
		type MiddlewareFunc func(http.Handler) http.Handler`,
	"example.com/events": `package events
		type SQSEvent struct{}
		type Context struct{}`,
}

// TestClassOf checks what parameters' types mean (H5, H6, E2).
func TestClassOf(t *testing.T) {
	const (
		imports = `import ("context"; "net/http"; "github.com/aws/aws-lambda-go/events"; "github.com/aws/aws-durable-execution-sdk-go/durable";
	"github.com/gin-gonic/gin"; "github.com/labstack/echo/v4"; "github.com/go-chi/chi/v5"; "github.com/gofiber/fiber/v2"; "github.com/gorilla/mux"; own "example.com/events")
`
		decls = `
type Ctx = context.Context
type myContext struct{ context.Context }
type Context interface{ context.Context }
type wrapped struct{ Event events.SQSEvent; Name string }
type deeper struct{ W *wrapped }
type derived events.SQSEvent
type alias = events.SQSEvent
type plain struct{ Name string }
type self struct{ Next *self; List []self }
type withResponse struct{ R events.SQSEventResponse }
type generic[T any] struct{ V T }
`
	)
	for typ, want := range map[string]entry.Class{
		"context.Context":                 entry.Context,
		"Ctx":                             entry.Context,
		"durable.Context":                 entry.Context,
		"myContext":                       entry.Plain,
		"Context":                         entry.Plain,
		"*own.Context":                    entry.Plain,
		"string":                          entry.Plain,
		"[]byte":                          entry.Plain,
		"plain":                           entry.Plain,
		"*plain":                          entry.Plain,
		"self":                            entry.Plain,
		"map[string]string":               entry.Plain,
		"func()":                          entry.Plain,
		"error":                           entry.Plain,
		"any":                             entry.Plain,
		"own.SQSEvent":                    entry.Plain,
		"generic[string]":                 entry.Plain,
		"struct{ N int }":                 entry.Plain,
		"events.SQSEvent":                 entry.Event,
		"*events.SQSEvent":                entry.Event,
		"[]events.SQSEvent":               entry.Event,
		"events.SQSMessage":               entry.Event,
		"[]*events.SQSEvent":              entry.Event,
		"alias":                           entry.Event,
		"wrapped":                         entry.Event,
		"*wrapped":                        entry.Event,
		"generic[events.SQSEvent]":        entry.Event,
		"struct{ E events.SQSEvent }":     entry.Event,
		"events.SQSEventResponse":         entry.Plain,
		"*events.APIGatewayProxyResponse": entry.Plain,
		"withResponse":                    entry.Plain,
		"derived":                         entry.Event,
		"*http.Request":                   entry.Request,
		"http.ResponseWriter":             entry.Request,
		"*gin.Context":                    entry.Request,
		"echo.Context":                    entry.Request,
		"*fiber.Ctx":                      entry.Request,
		"*http.ServeMux":                  entry.Router,
		"*gin.Engine":                     entry.Router,
		"*gin.RouterGroup":                entry.Router,
		"gin.IRouter":                     entry.Router,
		"*echo.Echo":                      entry.Router,
		"*echo.Group":                     entry.Router,
		"chi.Router":                      entry.Router,
		"*chi.Mux":                        entry.Router,
		"*mux.Router":                     entry.Router,
		"*fiber.App":                      entry.Router,
		"http.Handler":                    entry.Next,
		"http.HandlerFunc":                entry.Next,
		"echo.HandlerFunc":                entry.Next,
		"gin.HandlerFunc":                 entry.Next,
		"mux.MiddlewareFunc":              entry.Next,
		"fiber.Handler":                   entry.Next,
		"func(http.ResponseWriter, *http.Request)": entry.Next,
		"func(*gin.Context)":                       entry.Next,
		"func(context.Context)":                    entry.Plain,
	} {
		t.Run(typ, func(t *testing.T) {
			src := "package p\n" + imports + decls + use + fmt.Sprintf("\nvar v %s\n", typ)
			if got := entry.ClassOf(variable(t, src)); got != want {
				t.Errorf("class %d, want %d", got, want)
			}
			if got := entry.IsContext(variable(t, src)); got != (want == entry.Context) {
				t.Errorf("IsContext is %t", got)
			}
		})
	}
}

// use keeps imports in use.
const use = `
var (
	_ http.Handler
	_ durable.Context
	_ gin.Engine
	_ echo.Echo
	_ chi.Mux
	_ fiber.App
	_ mux.Router
	_ own.SQSEvent
)
`

// variable returns the type of variable v.
func variable(t *testing.T, src string) types.Type {
	t.Helper()
	imp := make(importing)
	maps.Copy(imp, done)
	pkg, err := imp.check("p", src)
	if err != nil {
		t.Fatal(err)
	}
	done = imp
	return pkg.Scope().Lookup("v").Type()
}

// importing holds the packages that were imported so far.
type importing map[string]*types.Package

var (
	std  = importer.Default()
	done = importing{}
)

func (i importing) Import(path string) (*types.Package, error) {
	if pkg := i[path]; pkg != nil {
		return pkg, nil
	}
	src, ok := stubs[path]
	if !ok {
		return std.Import(path)
	}
	pkg, err := i.check(path, src)
	i[path] = pkg
	return pkg, err
}

func (i importing) check(path, src string) (*types.Package, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, path+".go", src, 0)
	if err != nil {
		return nil, err
	}
	return (&types.Config{Importer: i}).Check(path, fset, []*ast.File{f}, nil)
}
