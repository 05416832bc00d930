package reach_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"testing"

	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/reach"
	"github.com/lambdainit/lambdainit/internal/report"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// stubs imports the stubs of testdata/src, and the standard library.
type stubs struct {
	fset *token.FileSet
	pkgs map[string]*types.Package
}

var (
	std = importer.Default()
	lib = &stubs{token.NewFileSet(), make(map[string]*types.Package)}
)

// Import implements types.Importer.
func (s *stubs) Import(path string) (*types.Package, error) {
	if pkg := s.pkgs[path]; pkg != nil {
		return pkg, nil
	}
	names, err := filepath.Glob("../../testdata/src/vendor/" + path + "/*.go")
	if err != nil || len(names) == 0 {
		return std.Import(path)
	}
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(s.fset, name, nil, 0)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	pkg, err := (&types.Config{Importer: s}).Check(path, s.fset, files, nil)
	s.pkgs[path] = pkg
	return pkg, err
}

// condense condenses a package of one file.
func condense(t testing.TB, path, src string) *summary.Package {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "/src/"+path+"/file.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue), Instances: make(map[*ast.Ident]types.Instance), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object), Scopes: make(map[ast.Node]*types.Scope),
		Selections: make(map[*ast.SelectorExpr]*types.Selection), FileVersions: make(map[*ast.File]string)}
	pkg, err := (&types.Config{Importer: lib}).Check(path, fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	return summary.Build(summary.Input{Fset: fset, Files: []*ast.File{f}, Pkg: pkg, Info: info, Catalog: catalog.Default(), Points: entry.Default()})
}

// options are the defaults: all kinds that the catalogue has.
func options() reach.Options {
	return reach.Options{Points: entry.Default(), Report: func(*summary.Made) bool { return true }, Module: true}
}

// lines are the lines of what was found.
func lines(r *report.Result) []int {
	var out []int
	for _, f := range r.Findings {
		out = append(out, f.Pos.Line)
	}
	slices.Sort(out)
	return out
}
