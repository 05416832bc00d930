package summary

import (
	"go/ast"
	"go/token"
	"go/types"
)

// createImports tells SSA of the packages that this one imports. It would make
// members of all that an imported package declares, thousands for some SDKs and
// anew for each package that imports them: a quarter of the CPU time of a run.
// So each is presented as a file that declares no more than what is used.
// Methods need not be: SSA creates them when it meets them.
func (b *builder) createImports() {
	used := b.usedObjects()
	for _, imp := range b.Pkg.Imports() {
		info := &types.Info{Defs: make(map[*ast.Ident]types.Object)}
		spec := new(ast.ValueSpec)
		for _, obj := range used[imp] {
			id := ast.NewIdent(obj.Name())
			info.Defs[id] = obj
			spec.Names = append(spec.Names, id)
		}
		// Of what a const declaration names, SSA looks at the objects only.
		decl := &ast.GenDecl{Tok: token.CONST, Specs: []ast.Spec{spec}}
		b.prog.CreatePackage(imp, []*ast.File{{Name: ast.NewIdent(imp.Name()), Decls: []ast.Decl{decl}}}, info, true)
	}
}

// usedObjects are the functions and variables of other packages that this one
// names, each once, by package.
func (b *builder) usedObjects() map[*types.Package][]types.Object {
	seen := make(map[types.Object]bool)
	used := make(map[*types.Package][]types.Object)
	for _, obj := range b.Info.Uses {
		pkg := obj.Pkg()
		if pkg == nil || pkg == b.Pkg || seen[obj] || pkg.Scope().Lookup(obj.Name()) != obj {
			continue
		}
		seen[obj] = true
		switch obj.(type) {
		case *types.Func, *types.Var:
			used[pkg] = append(used[pkg], obj)
		}
	}
	return used
}
