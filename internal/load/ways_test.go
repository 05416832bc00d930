package load_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/load"
)

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
	dir := write(t, vendored)
	mustLoad(t, config(t, dir, load.Export), "./...")
	r := mustLoad(t, config(t, dir, load.Auto), "./...")
	if r.Stats.FromSource != 0 {
		t.Errorf("%+v, want nothing from source", r.Stats)
	}
	lib := filepath.Join(dir, "vendor", "example.com", "lib", "sub", "sub.go")
	change(t, lib, "func New", "// changed\nfunc New")
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
	if lib := r.Packages[0].Imports["example.com/lib"]; lib == nil || len(lib.Syntax) != 1 {
		t.Errorf("a module that is replaced by a folder does not count as own: %v", r.Packages[0].Imports)
	}
	if m := r.Packages[0].Module; m == nil || !m.Main || m.Version != "" {
		t.Errorf("module %+v, want the main module", m)
	}
}

const vendored = `
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
`

func TestVendored(t *testing.T) {
	dir := write(t, vendored)
	wantIDs(t, loadBothWays(t, dir, nil, "./..."), "example.com/m")
	// A copy of a replaced module is a copy all the same.
	change(t, filepath.Join(dir, "go.mod"), "v1.2.3", "v1.2.3\nreplace example.com/lib => ./lib")
	change(t, filepath.Join(dir, "vendor", "modules.txt"), "# example.com/lib v1.2.3", "# example.com/lib v1.2.3 => ./lib")
	change(t, filepath.Join(dir, "vendor", "modules.txt"), "lib/sub\n", "lib/sub\n# example.com/lib => ./lib\n")
	if r := loadBothWays(t, dir, nil, "./..."); len(r.Packages[0].Imports) != 0 {
		t.Errorf("a vendored module counts as own: %v", r.Packages[0].Imports)
	}
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
