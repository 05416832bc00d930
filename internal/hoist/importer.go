package hoist

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
)

// pkgImporter serves the packages that a checked package imports, directly or
// not, and the few declarations that fixes add.
type pkgImporter struct {
	direct, all map[string]*types.Package
}

func newImporter(pkg *types.Package) *pkgImporter {
	im := &pkgImporter{direct: make(map[string]*types.Package), all: make(map[string]*types.Package)}
	for _, p := range pkg.Imports() {
		im.direct[p.Path()] = p
	}
	im.addAll(pkg)
	return im
}

func (im *pkgImporter) addAll(pkg *types.Package) {
	for _, p := range pkg.Imports() {
		if im.all[p.Path()] == nil {
			im.all[p.Path()] = p
			im.addAll(p)
		}
	}
}

// Import implements types.Importer. A package that is only known through
// others may be known in part: what is known of it is enough, since fixes
// name nothing else but what added declares.
func (im *pkgImporter) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p := im.direct[path]; p != nil && p.Complete() {
		return p, nil
	}
	known := im.all[path]
	if known == nil && added[path] == "" {
		return nil, fmt.Errorf("package %s is not known", path)
	}
	return im.complete(path, known)
}

// added declares what fixes use of packages that may not be imported yet.
var added = map[string]string{
	"context": "package context\ntype Context interface{ Deadline() }\nfunc Background() Context\n",
	"sync": "package sync\ntype Mutex struct{}\nfunc (*Mutex) Lock()\nfunc (*Mutex) Unlock()\nfunc OnceValue[T any](f func() T) func() T { return f }\n" +
		"func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) { return f }\n",
}

// complete returns a package with all known objects and those of added.
func (im *pkgImporter) complete(path string, known *types.Package) (*types.Package, error) {
	pkg := types.NewPackage(path, "")
	if known != nil {
		pkg.SetName(known.Name())
		for _, name := range known.Scope().Names() {
			pkg.Scope().Insert(known.Scope().Lookup(name))
		}
	}
	if src := added[path]; src != "" {
		if err := addDecls(pkg, src); err != nil {
			return nil, err
		}
	}
	pkg.MarkComplete()
	im.direct[path] = pkg
	return pkg, nil
}

// addDecls adds to pkg the declarations of src that it lacks.
func addDecls(pkg *types.Package, src string) error {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, pkg.Path()+".go", src, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	pkg.SetName(f.Name.Name)
	fake, err := (&types.Config{IgnoreFuncBodies: true}).Check(pkg.Path(), fset, []*ast.File{f}, nil)
	if err != nil {
		return err
	}
	for _, name := range fake.Scope().Names() {
		if pkg.Scope().Lookup(name) == nil {
			pkg.Scope().Insert(adapt(pkg, fake.Scope().Lookup(name)))
		}
	}
	return nil
}

// adapt makes context.Background return the Context that pkg knows.
func adapt(pkg *types.Package, obj types.Object) types.Object {
	known := pkg.Scope().Lookup("Context")
	if obj.Name() != "Background" || known == nil {
		return obj
	}
	result := types.NewVar(token.NoPos, pkg, "", known.Type())
	return types.NewFunc(token.NoPos, pkg, "Background", types.NewSignatureType(nil, nil, nil, nil, types.NewTuple(result), false))
}
