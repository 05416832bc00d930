package load_test

import (
	"context"
	"fmt"
	"go/ast"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/txtar"

	"github.com/lambdainit/lambdainit/internal/load"
)

const toolexecArg = "test-toolexec"

// TestMain lets the test binary serve as the refuser.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == toolexecArg {
		os.Exit(load.Toolexec(os.Args[2:], os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// write writes the files of a txtar archive to a new folder.
func write(t testing.TB, archive string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// config is a Config that does not depend on the environment of the test.
func config(t testing.TB, dir string, mode load.Mode, env ...string) load.Config {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	env = append(append(os.Environ(), "GOFLAGS=", "GOWORK=", "GOTOOLCHAIN=local", "GOPROXY=off"), env...)
	return load.Config{Dir: dir, Mode: mode, Env: env, Refuser: []string{exe, toolexecArg}}
}

func mustLoad(t testing.TB, cfg load.Config, patterns ...string) *load.Result {
	t.Helper()
	r, err := load.Load(context.Background(), cfg, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// ids are the IDs of the result's packages.
func ids(r *load.Result) []string {
	var list []string
	for _, p := range r.Packages {
		list = append(list, p.ID)
	}
	return list
}

// all are the result's packages and the own packages that they import.
func all(r *load.Result) []*packages.Package {
	var list []*packages.Package
	packages.Visit(r.Packages, nil, func(p *packages.Package) { list = append(list, p) })
	slices.SortFunc(list, func(a, b *packages.Package) int { return strings.Compare(a.ID, b.ID) })
	return list
}

// describe writes down all that an analysis could see of a result: the
// packages and, for every name in their files, what it means, its type and
// where it is declared.
func describe(r *load.Result) string {
	var b strings.Builder
	for _, p := range all(r) {
		fmt.Fprintln(&b, p.ID, p.Name, p.PkgPath, p.ForTest, p.IllTyped, p.Module.Path, p.Module.Version, p.Module.GoVersion)
		fmt.Fprintln(&b, p.GoFiles, len(p.CompiledGoFiles), p.OtherFiles, p.IgnoredFiles, slices.Sorted(maps.Keys(p.Imports)))
		for _, f := range p.Syntax {
			ast.Inspect(f, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					describeIdent(&b, p, id)
				}
				return true
			})
		}
	}
	return b.String()
}

func describeIdent(b *strings.Builder, p *packages.Package, id *ast.Ident) {
	obj := p.TypesInfo.ObjectOf(id)
	if obj == nil {
		return
	}
	fmt.Fprintf(b, "%v %v", p.Fset.Position(id.Pos()), types.ObjectString(obj, nil))
	if obj.Pkg() != nil && obj.Pos().IsValid() {
		fmt.Fprintf(b, " at %s", place(p, obj))
	}
	if n, ok := types.Unalias(obj.Type()).(*types.Named); ok {
		fmt.Fprintf(b, " %d methods, %v", types.NewMethodSet(types.NewPointer(n)).Len(), n.Underlying())
	}
	fmt.Fprintln(b)
}

// place is where an object is declared: exactly in own packages, by file in
// others, of which export data knows no columns.
func place(p *packages.Package, obj types.Object) string {
	at := p.Fset.Position(obj.Pos())
	if strings.HasPrefix(obj.Pkg().Path(), p.Module.Path) {
		return at.String()
	}
	return filepath.Base(at.Filename)
}

// firstDifference returns the first line in which two texts differ.
func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}

// loadBothWays loads from source and from export data and requires the same of both.
func loadBothWays(t *testing.T, dir string, set func(*load.Config), patterns ...string) *load.Result {
	t.Helper()
	var results []*load.Result
	for _, mode := range []load.Mode{load.Source, load.Export} {
		cfg := config(t, dir, mode)
		if set != nil {
			set(&cfg)
		}
		r := mustLoad(t, cfg, patterns...)
		for _, e := range r.Errors {
			t.Errorf("%s: unexpected error: %v", mode, &e)
		}
		if r.Mode != mode {
			t.Errorf("loaded from %s, want %s", r.Mode, mode)
		}
		results = append(results, r)
	}
	if a, b := describe(results[0]), describe(results[1]); a != b {
		t.Errorf("the ways differ:\n%s", firstDifference(a, b))
	}
	return results[0]
}

func wantIDs(t *testing.T, r *load.Result, want ...string) {
	t.Helper()
	if got := ids(r); !slices.Equal(got, want) {
		t.Errorf("loaded %q, want %q", got, want)
	}
}
