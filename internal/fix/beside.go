package fix

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/lambdainit/lambdainit/internal/hoist"
)

// namesBeside returns the names at package and file scope of the package's Go
// files that are not analysed: those of other platforms, build tags and tests.
// What a fix declares must not have one of them (F4). Files that cannot be read
// have none.
func namesBeside(p *hoist.Package) []string {
	analysed := make(map[string]bool)
	folders := make(map[string]bool)
	for _, f := range p.Files {
		name := p.Fset.Position(f.Package).Filename
		analysed[name] = true
		folders[filepath.Dir(name)] = true
	}
	var names []string
	for dir := range folders {
		files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
		for _, name := range files {
			if !analysed[name] {
				names = append(names, namesIn(name, p.Pkg.Name())...)
			}
		}
	}
	return names
}

// namesIn returns the names of a file if it belongs to the package.
func namesIn(name, pkg string) []string {
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil || f.Name.Name != pkg {
		return nil
	}
	var names []string
	for _, decl := range f.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Recv == nil {
				names = append(names, decl.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				names = append(names, specNames(spec)...)
			}
		}
	}
	return names
}

func specNames(spec ast.Spec) []string {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		return []string{spec.Name.Name}
	case *ast.ImportSpec:
		return []string{importName(spec)}
	case *ast.ValueSpec:
		var names []string
		for _, id := range spec.Names {
			names = append(names, id.Name)
		}
		return names
	}
	return nil
}

// importName returns the likely name of an import.
func importName(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	p, _ := strconv.Unquote(spec.Path.Value)
	base := path.Base(p)
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
		base = path.Base(path.Dir(p))
	}
	return base
}
