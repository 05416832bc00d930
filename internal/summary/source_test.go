package summary_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"testing"

	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// sources condenses packages that tests spell out. What they import comes from
// those that were condensed before, the stubs of testdata/src, or the standard
// library.
type sources struct {
	t    testing.TB
	fset *token.FileSet
	pkgs map[string]*types.Package
	done []*summary.Package
}

func newSources(t testing.TB) *sources {
	return &sources{t: t, fset: token.NewFileSet(), pkgs: make(map[string]*types.Package)}
}

var std = importer.Default()

// condense condenses a package of one file.
func (s *sources) condense(path, src string) *summary.Package {
	s.t.Helper()
	f, err := parser.ParseFile(s.fset, "/src/"+path+"/file.go", src, parser.ParseComments)
	if err != nil {
		s.t.Fatal(err)
	}
	return s.build(path, f)
}

func (s *sources) build(path string, files ...*ast.File) *summary.Package {
	s.t.Helper()
	pkg, info, err := s.check(path, files)
	if err != nil {
		s.t.Fatal(err)
	}
	s.pkgs[path] = pkg
	out := summary.Build(summary.Input{Fset: s.fset, Files: files, Pkg: pkg, Info: info, Catalog: catalog.Default(), Points: entry.Default(), Deps: s.done})
	s.done = append(s.done, out)
	return out
}

func (s *sources) check(path string, files []*ast.File) (*types.Package, *types.Info, error) {
	info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue), Instances: make(map[*ast.Ident]types.Instance), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object), Scopes: make(map[ast.Node]*types.Scope),
		Selections: make(map[*ast.SelectorExpr]*types.Selection), FileVersions: make(map[*ast.File]string)}
	pkg, err := (&types.Config{Importer: s}).Check(path, s.fset, files, info)
	return pkg, info, err
}

// Import implements types.Importer.
func (s *sources) Import(path string) (*types.Package, error) {
	if pkg := s.pkgs[path]; pkg != nil {
		return pkg, nil
	}
	stub, err := filepath.Glob("../../testdata/src/vendor/" + path + "/*.go")
	if err != nil || len(stub) == 0 {
		return std.Import(path)
	}
	var files []*ast.File
	for _, name := range stub {
		f, err := parser.ParseFile(s.fset, name, nil, 0)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	pkg, _, err := s.check(path, files)
	s.pkgs[path] = pkg
	return pkg, err
}
