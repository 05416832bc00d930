package load_test

import (
	"context"
	"errors"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/lambdainit/lambdainit/internal/load"
)

func TestCgo(t *testing.T) {
	if _, err := exec.LookPath("gcc"); err != nil {
		t.Skip("no C compiler")
	}
	dir := write(t, `
-- go.mod --
module example.com/m
go 1.26
require example.com/lib v0.0.0
replace example.com/lib => ./lib
-- main.go --
package main

import (
	"example.com/lib"
	"example.com/m/own"
)

func main() { println(own.Add(1, 2), lib.Add(1, 2)) }
-- own/own.go --
package own

// static int add(int a, int b) { return a + b; }
import "C"

func Add(a, b int) int {
	x := C.add(C.int(a), C.int(b))
	return int(x)
}
-- lib/go.mod --
module example.com/lib
go 1.26
-- lib/lib.go --
package lib

// static int add(int a, int b) { return a + b; }
import "C"

type handle struct{ p *C.int }

var initial = C.add(1, 2)

func Add(a, b int) int { return int(C.add(C.int(a), C.int(b))) }
`)
	r := loadBothWays(t, dir, nil, "./...")
	wantIDs(t, r, "example.com/m", "example.com/m/own")
	if text := describe(r); !strings.Contains(text, filepath.Join(dir, "own", "own.go")+":7:2 var x example.com/m/own._Ctype_int at ") {
		t.Errorf("no own.go:7:2 x of type C.int in\n%s", text)
	}
	off := func(c *load.Config) { c.Env = append(c.Env, "CGO_ENABLED=0") }
	cfg := config(t, dir, load.Source)
	off(&cfg)
	if r := mustLoad(t, cfg, "./..."); len(r.Errors) == 0 {
		t.Error("without cgo a package that consists of cgo files loads")
	}
}

// What a dependency takes from C may be needed to type-check the own packages.
func TestCgoOfDependencies(t *testing.T) {
	if _, err := exec.LookPath("gcc"); err != nil {
		t.Skip("no C compiler")
	}
	dir := write(t, vendored)
	change(t, filepath.Join(dir, "main.go"), "_ = sub.New().Header", "_ = struct{ n int32 }{n: sub.Any}; _ = sub.New().Header")
	change(t, filepath.Join(dir, "vendor", "example.com", "lib", "sub", "sub.go"), "func New",
		"// enum { any = -1 };\nimport \"C\"\n\nconst Any = int32(C.any)\n\nfunc New")
	r := loadBothWays(t, dir, nil, "./...")
	wantIDs(t, r, "example.com/m")
	if len(r.Errors) > 0 {
		t.Errorf("errors %v", r.Errors)
	}
}

// Without a C compiler the package is named, with what to do, and the others go on.
func TestCgoWithoutCompiler(t *testing.T) {
	dir := write(t, `
-- go.mod --
module example.com/m
go 1.26
-- main.go --
package main

import "example.com/m/own"

func main() { own.F() }
-- own/own.go --
package own

// int x;
import "C"

func F() { _ = C.x }
`)
	for _, mode := range []load.Mode{load.Source, load.Auto} {
		r := mustLoad(t, config(t, dir, mode, "CC=no-such-compiler", "CGO_ENABLED=1", "GOCACHE="+t.TempDir()), "./...")
		wantIDs(t, r, "example.com/m")
		if len(r.Errors) != 1 || r.Errors[0].Package != "example.com/m/own" || !strings.Contains(r.Errors[0].Error(), "CGO_ENABLED=0") {
			t.Errorf("errors %v, want one for own with a remedy", r.Errors)
		}
	}
}

const tagged = `
-- go.mod --
module example.com/m
go 1.26
-- a.go --
package m
-- tag.go --
//go:build special

package m

func F() {}
-- a.s --
-- other_plan9.go --
package m
`

func TestBuildTags(t *testing.T) {
	dir := write(t, tagged)
	plain := loadBothWays(t, dir, nil, ".").Packages[0]
	if len(plain.Syntax) != 1 || len(plain.IgnoredFiles) != 2 || len(plain.OtherFiles) != 1 {
		t.Errorf("files %v, ignored %v, other %v", plain.GoFiles, plain.IgnoredFiles, plain.OtherFiles)
	}
	byFlag := func(c *load.Config) { c.BuildFlags = []string{"-tags=special"} }
	byEnv := func(c *load.Config) { c.Env = append(c.Env, "GOFLAGS=-tags=special") }
	for _, set := range []func(*load.Config){byFlag, byEnv} {
		if p := loadBothWays(t, dir, set, ".").Packages[0]; len(p.Syntax) != 2 {
			t.Errorf("files %v, want the tagged one too", p.GoFiles)
		}
	}
}

// Sizes are those of the target, not of this machine.
func TestSizes(t *testing.T) {
	r := mustLoad(t, config(t, write(t, tagged), load.Source, "GOARCH=386", "GOOS=linux", "CGO_ENABLED=0"), ".")
	if size := r.Packages[0].TypesSizes.Sizeof(types.Typ[types.Int]); size != 4 {
		t.Errorf("an int of 386 has %d bytes", size)
	}
}

const tested = `
-- go.mod --
module example.com/m
go 1.26
-- p/p.go --
package p

func P() {}
-- p/in_test.go --
package p

import "testing"

func Test(t *testing.T) { P() }
-- p/ex_test.go --
package p_test

import (
	"testing"

	"example.com/m/p"
	"example.com/m/q"
)

func TestX(t *testing.T) { p.P(); q.Q() }
-- q/q.go --
package q

import "example.com/m/p"

func Q() { p.P() }
`

func TestTestVariants(t *testing.T) {
	dir := write(t, tested)
	wantIDs(t, loadBothWays(t, dir, nil, "./..."), "example.com/m/p", "example.com/m/q")
	r := loadBothWays(t, dir, func(c *load.Config) { c.Tests = true }, "./...")
	wantIDs(t, r, "example.com/m/p [example.com/m/p.test]", "example.com/m/p_test [example.com/m/p.test]", "example.com/m/q")
	seen := make(map[string]bool)
	for _, p := range r.Packages {
		for _, f := range p.GoFiles {
			if seen[f] {
				t.Errorf("%s is in two packages", f)
			}
			seen[f] = true
		}
	}
	external := r.Packages[1]
	if q := external.Imports["example.com/m/q"]; q.Imports["example.com/m/p"] != external.Imports["example.com/m/p"] {
		t.Error("the external test sees two packages p")
	}
}

// An import for side effects costs nothing, yet stands in the package's imports.
func TestImportForSideEffects(t *testing.T) {
	dir := write(t, `
-- go.mod --
module example.com/m
go 1.26
-- main.go --
package main

import _ "net/http"

func main() {}
`)
	r := loadBothWays(t, dir, nil, ".")
	if n := r.Stats.FromSource; n != 0 {
		t.Errorf("%d packages from source, want none", n)
	}
	if imports := r.Packages[0].Types.Imports(); len(imports) != 1 || imports[0].Path() != "net/http" {
		t.Errorf("imports %v, want net/http", imports)
	}
}

func TestOverlay(t *testing.T) {
	dir := write(t, tagged)
	overlay := func(c *load.Config) {
		c.Overlay = map[string][]byte{filepath.Join(dir, "a.go"): []byte("package m\n\nimport \"net/http\"\n\nvar C http.Client\n")}
	}
	r := loadBothWays(t, dir, overlay, ".")
	if r.Packages[0].Types.Scope().Lookup("C") == nil {
		t.Error("the overlay was not read")
	}
}

// -mod=mod would let the go command write go.mod (D5).
func TestModModWritesNothing(t *testing.T) {
	dir := write(t, strings.Replace(replaced, "require example.com/lib v1.2.3\n", "", 1))
	before, _ := os.ReadFile(filepath.Join(dir, "go.mod"))
	_, err := load.Load(context.Background(), config(t, dir, load.Source, "GOFLAGS=-mod=mod"), "./...")
	after, _ := os.ReadFile(filepath.Join(dir, "go.mod"))
	if string(before) != string(after) {
		t.Errorf("go.mod was changed (%v):\n%s", err, after)
	}
	dir = write(t, replaced)
	wantIDs(t, mustLoad(t, config(t, dir, load.Source, "GOFLAGS=-mod=mod"), "./..."), "example.com/m")
}

func TestFiles(t *testing.T) {
	dir := write(t, "-- a.go --\npackage main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println() }\n")
	r := mustLoad(t, config(t, dir, load.Source), "a.go")
	wantIDs(t, r, "command-line-arguments")
}

func TestProgressAndCancel(t *testing.T) {
	cfg := config(t, write(t, realTree), load.Source)
	var calls atomic.Int64
	cfg.Progress = func(loaded, total int) {
		calls.Add(1)
		if loaded > total {
			t.Errorf("%d of %d packages", loaded, total)
		}
	}
	r := mustLoad(t, cfg, "./...")
	if n := int(calls.Load()); n != r.Stats.Own+r.Stats.FromSource+1 { // and unsafe
		t.Errorf("%d calls of Progress for %+v", n, r.Stats)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cfg.Progress = func(int, int) { cancel() }
	if _, err := load.Load(ctx, cfg, "./..."); err == nil || err.Error() != "interrupted" {
		t.Errorf("after cancel: %v", err)
	}
}

func TestUnits(t *testing.T) {
	dir := write(t, `
-- a/go.mod --
module a
-- a/sub/a.go --
package a
-- b/c/go.mod --
module c
-- vendor/v/go.mod --
module v
-- testdata/t/go.mod --
module t
-- .hidden/go.mod --
module hidden
`)
	a, c := filepath.Join(dir, "a"), filepath.Join(dir, "b", "c")
	for _, test := range []struct {
		patterns []string
		want     []load.Unit
	}{
		{[]string{"./..."}, []load.Unit{{a, []string{"./..."}}, {c, []string{"./..."}}}},
		{[]string{"./b/..."}, []load.Unit{{c, []string{"./..."}}}},
		{[]string{"./a/sub"}, []load.Unit{{a, []string{"./sub"}}}},
		{[]string{"./a/sub/...", "./a"}, []load.Unit{{a, []string{".", "./sub/..."}}}},
		{[]string{"./b"}, nil},
		{[]string{"example.com/x"}, nil},
	} {
		got, err := load.Units(dir, test.patterns)
		if err != nil {
			t.Fatal(err)
		}
		same := func(x, y load.Unit) bool { return x.Dir == y.Dir && slices.Equal(x.Patterns, y.Patterns) }
		if !slices.EqualFunc(got, test.want, same) {
			t.Errorf("%q: %v, want %v", test.patterns, got, test.want)
		}
	}
	_, err := load.Load(context.Background(), config(t, dir, load.Source), "./...")
	if !load.NoModule(err) || load.NoModule(errors.New("other")) {
		t.Errorf("%v, want that there is no module", err)
	}
}
