// Package fiber is a stub for tests: declarations only.
package fiber

import (
	"context"

	"github.com/valyala/fasthttp"
)

type App struct {
}

func (app *App) Name(name string) Router { return nil }

func (app *App) Use(args ...interface{}) Router { return nil }

func (app *App) Get(path string, handlers ...Handler) Router { return nil }

func (app *App) Head(path string, handlers ...Handler) Router { return nil }

func (app *App) Post(path string, handlers ...Handler) Router { return nil }

func (app *App) Put(path string, handlers ...Handler) Router { return nil }

func (app *App) Delete(path string, handlers ...Handler) Router { return nil }

func (app *App) Connect(path string, handlers ...Handler) Router { return nil }

func (app *App) Options(path string, handlers ...Handler) Router { return nil }

func (app *App) Trace(path string, handlers ...Handler) Router { return nil }

func (app *App) Patch(path string, handlers ...Handler) Router { return nil }

func (app *App) Add(method string, path string, handlers ...Handler) Router { return nil }

func (app *App) Static(prefix string, root string, config ...Static) Router { return nil }

func (app *App) All(path string, handlers ...Handler) Router { return nil }

func (app *App) Group(prefix string, handlers ...Handler) Router { return nil }

func (app *App) Route(prefix string, fn func(router Router), name ...string) Router { return nil }

func (app *App) Listen(addr string) error { return nil }

func (app *App) Mount(prefix string, subApp *App) Router { return nil }

type Config struct {
	ErrorHandler ErrorHandler
	AppName      string
}

type Ctx struct {
}

func (c *Ctx) Body() []byte { return nil }

func (c *Ctx) Context() *fasthttp.RequestCtx { return nil }

func (c *Ctx) UserContext() context.Context { return nil }

func (c *Ctx) Get(key string, defaultValue ...string) string { return "" }

func (c *Ctx) JSON(data interface{}, ctype ...string) error { return nil }

func (c *Ctx) Locals(key interface{}, value ...interface{}) interface{} { return nil }

func (c *Ctx) Next() error { return nil }

func (c *Ctx) Params(key string, defaultValue ...string) string { return "" }

func (c *Ctx) Query(key string, defaultValue ...string) string { return "" }

func (c *Ctx) SendStatus(status int) error { return nil }

func (c *Ctx) SendString(body string) error { return nil }

func (c *Ctx) Status(status int) *Ctx { return nil }

type ErrorHandler = func(*Ctx, error) error

type Group struct {
}

func (grp *Group) Name(name string) Router { return nil }

func (grp *Group) Use(args ...interface{}) Router { return nil }

func (grp *Group) Get(path string, handlers ...Handler) Router { return nil }

func (grp *Group) Head(path string, handlers ...Handler) Router { return nil }

func (grp *Group) Post(path string, handlers ...Handler) Router { return nil }

func (grp *Group) Put(path string, handlers ...Handler) Router { return nil }

func (grp *Group) Delete(path string, handlers ...Handler) Router { return nil }

func (grp *Group) Connect(path string, handlers ...Handler) Router { return nil }

func (grp *Group) Options(path string, handlers ...Handler) Router { return nil }

func (grp *Group) Trace(path string, handlers ...Handler) Router { return nil }

func (grp *Group) Patch(path string, handlers ...Handler) Router { return nil }

func (grp *Group) Add(method string, path string, handlers ...Handler) Router { return nil }

func (grp *Group) Static(prefix string, root string, config ...Static) Router { return nil }

func (grp *Group) All(path string, handlers ...Handler) Router { return nil }

func (grp *Group) Group(prefix string, handlers ...Handler) Router { return nil }

func (grp *Group) Route(prefix string, fn func(router Router), name ...string) Router { return nil }

func (grp *Group) Mount(prefix string, subApp *App) Router { return nil }

type Handler = func(*Ctx) error

type Map map[string]interface{}

func New(config ...Config) *App { return nil }

type Router interface {
	Add(method string, path string, handlers ...Handler) Router
	All(path string, handlers ...Handler) Router
	Connect(path string, handlers ...Handler) Router
	Delete(path string, handlers ...Handler) Router
	Get(path string, handlers ...Handler) Router
	Group(prefix string, handlers ...Handler) Router
	Head(path string, handlers ...Handler) Router
	Mount(prefix string, fiber *App) Router
	Name(name string) Router
	Options(path string, handlers ...Handler) Router
	Patch(path string, handlers ...Handler) Router
	Post(path string, handlers ...Handler) Router
	Put(path string, handlers ...Handler) Router
	Route(prefix string, fn func(router Router), name ...string) Router
	Static(prefix string, root string, config ...Static) Router
	Trace(path string, handlers ...Handler) Router
	Use(args ...interface{}) Router
}

type Static struct {
}
