// Package cli is a stub for tests: declarations only.
package cli

import (
	"context"
)

type ActionFunc func(*Context) error

type App struct {
	Name     string
	Commands []*Command
	Before   BeforeFunc
	Action   ActionFunc
}

func (a *App) Run(arguments []string) (err error) { return }

func (a *App) RunContext(ctx context.Context, arguments []string) (err error) { return }

type Args interface {
	stub()
}

type BeforeFunc func(*Context) error

type Command struct {
	Name   string
	Action ActionFunc
}

type Context struct {
	context.Context
}

func (cCtx *Context) Args() Args { return nil }

func (cCtx *Context) String(name string) string { return "" }

func NewApp() *App { return nil }
