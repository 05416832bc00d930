package load_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/load"
)

const keyTree = `
-- go.mod --
module example.com/m

go 1.26

require example.com/lib v1.2.3

replace example.com/lib => ./vendored/lib@v1.2.3
-- vendored/lib@v1.2.3/go.mod --
module example.com/lib

go 1.21
-- vendored/lib@v1.2.3/lib.go --
package lib

const X = 1
-- a/a.go --
package a

import "example.com/m/store"

var X = store.X
-- b/b.go --
package b

import "fmt"

var X = fmt.Sprint()
-- store/store.go --
package store

import "example.com/lib"

var X = lib.X
`

// keysOf loads a tree in which nothing is known and returns the keys.
func keysOf(t *testing.T, dir string) map[string]load.Key {
	t.Helper()
	cfg := config(t, dir, load.Source)
	cfg.Known = func(load.Key) bool { return false }
	return mustLoad(t, cfg, "./...").Keys
}

// A key changes with the files of the package and of what it imports, and with
// nothing else.
func TestKeys(t *testing.T) {
	dir := write(t, keyTree)
	first := keysOf(t, dir)
	if got := slices.Sorted(maps.Keys(first)); !slices.Equal(got, []string{"example.com/m/a", "example.com/m/b", "example.com/m/store"}) {
		t.Fatalf("keys of %q", got)
	}
	for _, test := range []struct{ file, old, new, changed string }{
		{"b/b.go", "X", "X", ""},
		{"b/b.go", "Sprint", "Sprintln", "b"},
		{"a/a.go", "var X", "var Y", "a"},
		{"store/store.go", "lib.X", "lib.X // more", "a store"},
		{"vendored/lib@v1.2.3/lib.go", "1", "2", "a store"},
		{"go.mod", "go 1.26", "go 1.25", "a b store"},
	} {
		name := filepath.Join(dir, filepath.FromSlash(test.file))
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		replace(t, name, strings.ReplaceAll(string(src), test.old, test.new))
		now := keysOf(t, dir)
		replace(t, name, string(src))
		var changed []string
		for _, id := range slices.Sorted(maps.Keys(now)) {
			if now[id] != first[id] {
				changed = append(changed, strings.TrimPrefix(id, "example.com/m/"))
			}
		}
		if got := strings.Join(changed, " "); got != test.changed {
			t.Errorf("%s: %q for %q changes the keys of %q, want %q", test.file, test.new, test.old, got, test.changed)
		}
	}
	if again := keysOf(t, dir); !maps.Equal(again, first) {
		t.Error("the same files have other keys")
	}
	if moved := keysOf(t, write(t, keyTree)); moved["example.com/m/b"] == first["example.com/m/b"] {
		t.Error("a copy elsewhere has the same key, but other places")
	}
}

func replace(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// What has errors, or imports what has, is never known; neither is what an
// overlay changes.
func TestNoKeys(t *testing.T) {
	dir := write(t, strings.Replace(keyTree, "lib.X", "lib.Y", 1))
	if got := slices.Collect(maps.Keys(keysOf(t, dir))); !slices.Equal(got, []string{"example.com/m/b"}) {
		t.Errorf("keys of %q beside broken packages", got)
	}
	replace(t, filepath.Join(dir, "store", "store.go"), "package store\n\nimport \"example.com/none\"\n\nvar X = none.X\n")
	if got := slices.Collect(maps.Keys(keysOf(t, dir))); !slices.Equal(got, []string{"example.com/m/b"}) {
		t.Errorf("keys of %q beside an import that is not there", got)
	}
	cfg := config(t, write(t, keyTree), load.Source)
	cfg.Known = func(load.Key) bool { return true }
	cfg.Overlay = map[string][]byte{filepath.Join(cfg.Dir, "b", "b.go"): []byte("package b")}
	if r := mustLoad(t, cfg, "./..."); len(r.Keys) > 0 || len(r.Packages) != 3 {
		t.Errorf("keys %v and packages %v with an overlay", r.Keys, ids(r))
	}
}

// What is known is not loaded, unless another package imports it.
func TestKnown(t *testing.T) {
	dir := write(t, keyTree)
	first := keysOf(t, dir)
	for _, test := range []struct{ known, packages string }{
		{"a b store", ""},
		{"a store", "b"},
		{"b store", "a"}, // store is loaded for it, but nobody asks for its result
		{"", "a b store"},
	} {
		cfg := config(t, dir, load.Source)
		cfg.Known = func(k load.Key) bool {
			return slices.ContainsFunc(strings.Fields(test.known), func(p string) bool { return first["example.com/m/"+p] == k })
		}
		r := mustLoad(t, cfg, "./...")
		var got []string
		for _, p := range r.Packages {
			got = append(got, p.Name)
		}
		if strings.Join(got, " ") != test.packages || !maps.Equal(r.Keys, first) {
			t.Errorf("known %q: packages %q, want %q; keys %v", test.known, got, test.packages, r.Keys)
		}
		if test.packages == "" && (r.Stats.Own != 0 || r.Stats.FromSource != 0 || r.Stats.Known != 3) {
			t.Errorf("%+v although all is known", r.Stats)
		}
	}
}
