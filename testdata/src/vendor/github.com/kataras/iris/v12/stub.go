// Package iris is a stub for tests: declarations only.
package iris

import (
	"github.com/kataras/iris/v12/context"
	"github.com/kataras/iris/v12/core/router"
)

type Context = *context.Context
type Handler = context.Handler
type Party = router.Party
type Application struct{ *router.APIBuilder }

func New() *Application     { return nil }
func Default() *Application { return nil }
