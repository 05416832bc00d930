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

var intType = types.Typ[types.Int]

// The standard library is a dependency tree with everything in it: assembly,
// cgo, vendored packages, generics, linkname, build tags.
const realTree = `
-- go.mod --
module example.com/m
go 1.26
-- main.go --
package main

import (
	"context"
	"database/sql"
	_ "embed"
	. "fmt"
	"go/types"
	_ "image/png"
	"maps"
	"net/http"
	"os/user"
	"slices"
	"sync"
	"sync/atomic"

	"example.com/m/store"
)

type pool[T any] struct {
	sync.Mutex
	free []T
	last atomic.Pointer[T]
}

func (p *pool[T]) all() []T { return slices.Collect(slices.Values(p.free)) }

func main() {
	p := &pool[*store.Store]{}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		db, err := sql.Open("x", r.URL.Path)
		Println(db, err, p.all(), types.Universe.Names(), slices.Sorted(maps.Keys(r.Header)))
	})
	u, _ := user.Current()
	Println(u.Name, store.New(context.Background()), http.DefaultClient.Transport)
}
-- store/store.go --
package store

import "context"

type Store struct{ context.Context }

func New(ctx context.Context) *Store { return &Store{ctx} }
`

func TestBothWaysAgree(t *testing.T) {
	r := loadBothWays(t, write(t, realTree), nil, "./...")
	wantIDs(t, r, "example.com/m", "example.com/m/store")
	if p := r.Packages[0].Imports["example.com/m/store"]; p != r.Packages[1] {
		t.Errorf("main imports %v, want the loaded store", p)
	}
	if n := len(r.Packages[0].Imports); n != 1 {
		t.Errorf("main has %d imports, want own packages only", n)
	}
}

// A package that matches the pattern alone still has the facts of what it imports.
func TestOwnImportsAreLoadedWhole(t *testing.T) {
	r := loadBothWays(t, write(t, realTree), nil, ".")
	wantIDs(t, r, "example.com/m")
	if p := r.Packages[0].Imports["example.com/m/store"]; p == nil || len(p.Syntax) != 1 || p.TypesInfo == nil {
		t.Errorf("the imported own package is %v, want one with syntax", p)
	}
}

// With a warm build cache Auto takes export data, with a cold one it takes
// source and leaves the cache without a single compiled package.
func TestAutoLooksIntoTheBuildCache(t *testing.T) {
	dir, cache := write(t, realTree), t.TempDir()
	cold := mustLoad(t, config(t, dir, load.Auto, "GOCACHE="+cache), "./...")
	if cold.Mode != load.Source || cold.Stats.FromExport != 0 {
		t.Errorf("cold: %s, %+v; want source", cold.Mode, cold.Stats)
	}
	mustLoad(t, config(t, dir, load.Export), "./...") // compiles what the build cache lacks
	warm := mustLoad(t, config(t, dir, load.Auto), "./...")
	if warm.Mode != load.Export || warm.Stats.FromSource != 0 {
		t.Errorf("warm: %s, %+v; want export data", warm.Mode, warm.Stats)
	}
	if a, b := describe(cold), describe(warm); a != b {
		t.Errorf("cold and warm differ:\n%s", firstDifference(a, b))
	}
	again := mustLoad(t, config(t, dir, load.Auto, "GOCACHE="+cache), "./...")
	if again.Mode != load.Source {
		t.Errorf("a cold run left export data behind: %+v", again.Stats)
	}
}

// A dependency that the build cache lacks comes from source, and so does what
// imports it; the rest comes from export data.
func TestOnlyWhatIsMissingComesFromSource(t *testing.T) {
	dir := write(t, replaced)
	mustLoad(t, config(t, dir, load.Export), "./...")
	r := mustLoad(t, config(t, dir, load.Auto), "./...")
	if r.Stats.FromSource != 0 {
		t.Errorf("%+v, want nothing from source", r.Stats)
	}
	lib := filepath.Join(dir, "lib", "lib.go")
	change(t, lib, "type Client struct", "// changed\ntype Client struct")
	before := describe(mustLoad(t, config(t, dir, load.Source), "./..."))
	r = mustLoad(t, config(t, dir, load.Auto), "./...")
	if r.Stats.FromSource != 1 || r.Mode != load.Auto && r.Stats.FromExport > 0 {
		t.Errorf("%s, %+v; want the changed package from source", r.Mode, r.Stats)
	}
	if after := describe(r); after != before {
		t.Errorf("the ways differ:\n%s", firstDifference(before, after))
	}
}

func change(t *testing.T, name, old, new string) {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(src), old, new, 1)), 0o666); err != nil {
		t.Fatal(err)
	}
}

const replaced = `
-- go.mod --
module example.com/m
go 1.26
require example.com/lib v1.2.3
replace example.com/lib => ./lib
-- main.go --
package main

import "example.com/lib"

func main() { lib.New().Do() }
-- lib/go.mod --
module example.com/lib
go 1.26
-- lib/lib.go --
package lib

import (
	"context"
	"net/http"
)

type Client struct{ ctx context.Context }

func New() *Client { return &Client{} }

func (c *Client) Do() { _ = http.DefaultClient }
`

func TestReplaced(t *testing.T) {
	r := loadBothWays(t, write(t, replaced), nil, "./...")
	wantIDs(t, r, "example.com/m")
	if len(r.Packages[0].Imports) != 0 {
		t.Errorf("a replaced module counts as own: %v", r.Packages[0].Imports)
	}
	if m := r.Packages[0].Module; m == nil || !m.Main || m.Version != "" {
		t.Errorf("module %+v, want the main module", m)
	}
}

func TestVendored(t *testing.T) {
	dir := write(t, `
-- go.mod --
module example.com/m
go 1.26
require example.com/lib v1.2.3
-- main.go --
package main

import "example.com/lib/sub"

func main() { _ = sub.New().Header }
-- vendor/modules.txt --
# example.com/lib v1.2.3
## explicit; go 1.26
example.com/lib/sub
-- vendor/example.com/lib/sub/sub.go --
package sub

import "net/http"

func New() *http.Request { return nil }
`)
	wantIDs(t, loadBothWays(t, dir, nil, "./..."), "example.com/m")
}

func TestWorkspace(t *testing.T) {
	dir := write(t, `
-- go.work --
go 1.26
use ./a
use ./b
-- a/go.mod --
module example.com/a
go 1.26
-- a/a.go --
package a

func New() int { return 1 }
-- b/go.mod --
module example.com/b
go 1.26
-- b/sub/b.go --
package sub

import "example.com/a"

var _ = a.New()
-- c/go.mod --
module example.com/c
go 1.26
-- c/c.go --
package c
`)
	below := func(folder string) func(*load.Config) {
		return func(c *load.Config) { c.Dir = filepath.Join(dir, folder) }
	}
	r := loadBothWays(t, dir, below("b"), "./...")
	wantIDs(t, r, "example.com/b/sub")
	if r.Packages[0].Imports["example.com/a"] == nil {
		t.Error("a module of the workspace does not count as own")
	}
	// The workspace's folder is in no module itself.
	wantIDs(t, loadBothWays(t, dir, nil, "./..."), "example.com/a", "example.com/b/sub")
	off := func(c *load.Config) { below("c")(c); c.Env = append(c.Env, "GOWORK=off") }
	wantIDs(t, loadBothWays(t, dir, off, "./..."), "example.com/c")
}

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
	if size := r.Packages[0].TypesSizes.Sizeof(intType); size != 4 {
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
