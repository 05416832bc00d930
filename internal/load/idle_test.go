package load_test

import (
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/load"
)

const idleTree = `
-- go.mod --
module example.com/m
go 1.26
require example.com/start v0.0.0
replace example.com/start => ./start
-- start/go.mod --
module example.com/start
go 1.26
-- start/run/run.go --
package run

func Run(f func()) {}
-- start/start.go --
package start

import "example.com/start/run"

func Run(f func()) { run.Run(f) }
-- fn/main.go --
package main

import (
	"example.com/m/store"
	"example.com/start"
)

func main() { start.Run(store.Put) }
-- user/user.go --
package main

import _ "example.com/m/wrap"

func main() {}
-- wrap/wrap.go --
package wrap

import "example.com/start/run"

var Run = run.Run
-- store/store.go --
package store

func Put() {}
-- marked/marked.go --
package marked

//lambdainit:handler
func Handle() {}
-- tool/main.go --
package main

import (
	"go/types"
	"net/http"

	"example.com/m/store"
)

var client http.Client

func main() { store.Put(types.Universe); return 1 }
`

const wrong = `
-- wrong/wrong.go --
package wrong

import "os"

var x int = "1"

func f() { os.Exit("") }
-- wrong/syntax.go --
package wrong

func g() { if }
`

// Bodies are type-checked only of what an entry point can reach, or reaches one.
func TestIdle(t *testing.T) {
	dir := write(t, idleTree)
	r := loadBothWays(t, dir, func(c *load.Config) {
		c.Matters = func(path string) bool { return path == "example.com/start/run" }
	}, "./...")
	wantIDs(t, r, "example.com/m/fn", "example.com/m/marked", "example.com/m/store", "example.com/m/user", "example.com/m/wrap")
	if r.Stats.Own != 7 || r.Stats.Idle != 1 { // with those of the module beside
		t.Errorf("%+v, want 7 own packages and an idle one", r.Stats)
	}
	all := mustLoad(t, config(t, dir, load.Source), "./...")
	if all.Stats.Idle != 0 || all.Stats.Own != 8 || len(all.Errors) == 0 {
		t.Errorf("%+v and errors %v without Matters", all.Stats, all.Errors)
	}
}

// What is wrong outside the bodies of an idle package is named all the same (D4).
func TestIdleErrors(t *testing.T) {
	for without, want := range map[string]string{
		"no such line":      "syntax.go:3:15",
		"func g() { if }\n": "wrong.go:5:13",
	} {
		cfg := config(t, write(t, strings.Replace(idleTree+wrong, without, "", 1)), load.Source)
		cfg.Matters = func(string) bool { return false }
		r := mustLoad(t, cfg, "./wrong", "./marked")
		if len(r.Errors) != 1 || !strings.Contains(r.Errors[0].Error(), want) {
			t.Errorf("errors %v, want that at %s only", r.Errors, want)
		}
		if r.Stats.FromSource+r.Stats.FromExport != 0 {
			t.Errorf("%+v, want no package for the sake of a body", r.Stats)
		}
	}
}
