package realtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
)

// A library is what one package declares, as far as constructors need it.
type library struct {
	pkg   *types.Package
	funcs []*types.Func
	types []*types.Named
}

// read parses the package in dir. Types are made up from their spelling: enough
// to match names, receivers and the first result.
func read(path, dir string) (*library, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	lib := &library{pkg: types.NewPackage(path, "")}
	for _, f := range files {
		if f.IsDir() || !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		syntax, _ := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, f.Name()), nil, parser.SkipObjectResolution)
		if syntax != nil && syntax.Name.Name != "main" {
			lib.add(syntax)
		}
	}
	return lib, nil
}

func (l *library) add(file *ast.File) {
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			l.addFunc(decl.Name, decl.Recv, decl.Type)
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				if spec, ok := spec.(*ast.TypeSpec); ok && spec.Name.IsExported() && !spec.Assign.IsValid() {
					l.addType(spec)
				}
			}
		}
	}
}

// addType adds a type that is no alias, with its methods if it is an interface.
func (l *library) addType(spec *ast.TypeSpec) {
	l.types = append(l.types, l.named(spec.Name.Name))
	iface, ok := spec.Type.(*ast.InterfaceType)
	if !ok {
		return
	}
	for _, field := range iface.Methods.List {
		typ, ok := field.Type.(*ast.FuncType)
		if !ok {
			continue
		}
		for _, name := range field.Names {
			l.addFunc(name, &ast.FieldList{List: []*ast.Field{{Type: spec.Name}}}, typ)
		}
	}
}

func (l *library) addFunc(name *ast.Ident, recv *ast.FieldList, typ *ast.FuncType) {
	if !name.IsExported() {
		return
	}
	var receiver *types.Var
	if recv != nil && len(recv.List) == 1 {
		receiver = types.NewVar(token.NoPos, l.pkg, "", l.spelt(recv.List[0].Type))
	}
	var results *types.Tuple
	if typ.Results != nil && len(typ.Results.List) > 0 {
		results = types.NewTuple(types.NewVar(token.NoPos, l.pkg, "", l.spelt(typ.Results.List[0].Type)))
	}
	sig := types.NewSignatureType(receiver, nil, nil, nil, results, false)
	l.funcs = append(l.funcs, types.NewFunc(token.NoPos, l.pkg, name.Name, sig))
}

// spelt makes up the type that an expression spells.
func (l *library) spelt(expr ast.Expr) types.Type {
	switch expr := expr.(type) {
	case *ast.StarExpr:
		return types.NewPointer(l.spelt(expr.X))
	case *ast.ParenExpr:
		return l.spelt(expr.X)
	case *ast.IndexExpr:
		return l.spelt(expr.X)
	case *ast.IndexListExpr:
		return l.spelt(expr.X)
	case *ast.Ident:
		return l.named(expr.Name)
	case *ast.SelectorExpr:
		if x, ok := expr.X.(*ast.Ident); ok {
			return named(types.NewPackage(x.Name, x.Name), expr.Sel.Name)
		}
	}
	return types.Typ[types.Invalid]
}

func (l *library) named(name string) *types.Named { return named(l.pkg, name) }

func named(pkg *types.Package, name string) *types.Named {
	return types.NewNamed(types.NewTypeName(token.NoPos, pkg, name, nil), types.NewStruct(nil, nil), nil)
}
