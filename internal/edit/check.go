package edit

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// A Unit is a parsed package to be checked with some contents replaced.
type Unit struct {
	Path     string
	Fset     *token.FileSet
	Files    []*ast.File
	Importer types.Importer
	Config   types.Config // Sizes, GoVersion and the like; Importer and Error are set here
}

// Check type-checks the package as it would be with the new contents (by file
// name) and returns the errors. Files that contents does not name are taken
// as they are parsed; new files are added.
func Check(u Unit, contents map[string][]byte) []error {
	_, _, errs := Load(u, contents, nil)
	return errs
}

// Load is Check, and returns the files and the package and fills info.
func Load(u Unit, contents map[string][]byte, info *types.Info) ([]*ast.File, *types.Package, []error) {
	files, errs := overlay(u, contents)
	if len(errs) > 0 {
		return nil, nil, errs
	}
	config := u.Config
	config.Importer = u.Importer
	config.Error = func(err error) { errs = append(errs, err) }
	pkg, err := config.Check(u.Path, u.Fset, files, info)
	if err != nil && len(errs) == 0 {
		errs = append(errs, err)
	}
	return files, pkg, errs
}

// overlay returns the package's files with the new contents parsed.
func overlay(u Unit, contents map[string][]byte) ([]*ast.File, []error) {
	var files []*ast.File
	var errs []error
	rest := maps.Clone(contents)
	parse := func(name string) {
		f, err := parser.ParseFile(u.Fset, name, rest[name], parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			errs = append(errs, fmt.Errorf("after the fix: %w", err))
		}
		files = append(files, f)
		delete(rest, name)
	}
	for _, f := range u.Files {
		name := u.Fset.File(f.FileStart).Name()
		if _, ok := rest[name]; ok {
			parse(name)
		} else {
			files = append(files, f)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rest)) {
		parse(name)
	}
	return files, errs
}
