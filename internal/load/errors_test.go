package load_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/load"
)

// D4: packages with errors are named with file and line, the rest goes on.
func TestBrokenPackages(t *testing.T) {
	dir := write(t, `
-- go.mod --
module example.com/m
go 1.26
-- missing/a.go --
package missing

import "example.com/nowhere/x"

var _ = x.Y
-- cycle1/a.go --
package cycle1

import "example.com/m/cycle2"

var Y, _ = 1, cycle2.X
-- cycle2/a.go --
package cycle2

import "example.com/m/cycle1"

var X, _ = 1, cycle1.Y
-- typing/a.go --
package typing

func F() int { return "s" }

var A, B int = "a", "b"
-- syntax/a.go --
package syntax

func f( {
-- header/a.go --
package header

import "fmt
-- two/a.go --
package two
-- two/b.go --
package other
-- unused/a.go --
package unused

func F() { x := 1 }
-- ranging/a.go --
package ranging

func F() { for range 1.5 {} }
-- user/a.go --
package user

import "example.com/m/typing"

var _ = typing.F()
`)
	want := []string{
		`cycle1/a.go:3:8: import cycle not allowed`,
		`header/a.go:3:8: string literal not terminated; example.com/m/header is not analysed until this is fixed`,
		`missing/a.go:3:8: no required module provides package example.com/nowhere/x; run ` + "`go get example.com/nowhere/x`",
		`ranging/a.go:3:22: cannot range over 1.5`,
		`syntax/a.go:3:9: expected ')', found '{'; example.com/m/syntax is not analysed until this is fixed`,
		`two/a.go:1:1: found packages two (a.go) and other (b.go)`,
		`typing/a.go:3:23: cannot use "s" (untyped string constant) as int value in return statement; example.com/m/typing is not`,
		`typing/a.go:5:16: cannot use "a"`,
		`unused/a.go:3:12: declared and not used: x`,
	}
	for _, mode := range []load.Mode{load.Source, load.Export, load.Auto} {
		r := mustLoad(t, config(t, dir, mode), "./...")
		wantIDs(t, r, "example.com/m/cycle2", "example.com/m/unused", "example.com/m/user")
		var got []string
		for _, e := range r.Errors {
			got = append(got, strings.TrimPrefix(filepath.ToSlash(e.Error()), filepath.ToSlash(dir)+"/"))
		}
		for _, w := range want {
			if !slices.ContainsFunc(got, func(g string) bool { return strings.Contains(g, w) }) {
				t.Errorf("%s: no error %q in\n%s", mode, w, strings.Join(got, "\n"))
			}
		}
		if len(got) > len(want) {
			t.Errorf("%s: more errors than mistakes:\n%s", mode, strings.Join(got, "\n"))
		}
	}
}

// A file to embed that is not there is named where go list says so, and keeps
// nothing from being analysed.
func TestNothingToEmbed(t *testing.T) {
	dir := write(t, `
-- go.mod --
module example.com/m
go 1.26
-- a.go --
package m

import _ "embed"

//go:embed gone.txt
var text string
-- syntax/a.go --
package syntax

func f( {
`)
	for _, mode := range []load.Mode{load.Source, load.Export, load.Auto} {
		r := mustLoad(t, config(t, dir, mode), "./...")
		wantIDs(t, r, "example.com/m")
		named := slices.ContainsFunc(r.Errors, func(e load.Error) bool {
			return strings.HasSuffix(e.Error(), "a.go:5:12: pattern gone.txt: no matching files found")
		})
		if named == (mode == load.Source) {
			t.Errorf("%s: errors %v", mode, r.Errors)
		}
	}
}

// What keeps anything from being loaded is one error with what to do.
func TestNothingLoaded(t *testing.T) {
	module := "-- go.mod --\nmodule example.com/m\ngo 1.26\n"
	for _, test := range []struct {
		name, archive, pattern, env, want string
	}{
		{"no packages", module, "./...", "", "no packages of the main module match ./... in"},
		{"no such folder", module, "./x", "", "x: directory not found"},
		{"only std", module, "fmt", "", "no packages of the main module match fmt in"},
		{"no module", "-- a.go --\npackage a\n", "./...", "", "no go.mod in "},
		{"broken go.mod", "-- go.mod --\nmodul x\n", "./...", "", "go.mod:1: unknown directive: modul"},
		{"newer go", "-- go.mod --\nmodule m\ngo 1.99\n", "./...", "", "requires go >= 1.99"},
		{"unknown flag", module, "./...", "GOFLAGS=-x=y", "-x"},
		{"no go command", module, "./...", "PATH=", "the go command is not on PATH; install Go"},
		{"not vendored", module + "require example.com/x v1.0.0\n-- a.go --\npackage a\n-- vendor/modules.txt --\n", "./...", "", "inconsistent vendoring"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if strings.HasPrefix(test.env, "PATH=") {
				t.Setenv("PATH", "")
			}
			r, err := load.Load(context.Background(), config(t, write(t, test.archive), load.Source, test.env), test.pattern)
			if err == nil && len(r.Packages) == 0 && len(r.Errors) > 0 {
				err = &r.Errors[0]
			}
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %v, want one line with %q", err, test.want)
			}
		})
	}
	if _, err := load.Load(context.Background(), load.Config{Dir: "no/such"}); err == nil {
		t.Error("a folder that does not exist is loaded")
	}
}
