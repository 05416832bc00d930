package load

import (
	"go/ast"
	"go/token"
)

// prune drops from a dependency's files, whose function bodies are blank, what
// no importer can see: declarations that no exported one names, however
// indirectly. That is much: serializers, validators, tables. It goes by
// identifiers, so it rather keeps too much. On the way it empties composite
// literals, of which only the type matters. It returns the names that may stand
// for packages in what is left.
func prune(files []*ast.File) (qualifiers map[string]bool) {
	p := &pruner{
		byName:     make(map[string][]*unit),
		methods:    make(map[string][]*unit),
		byNode:     make(map[ast.Node]*unit),
		qualifiers: make(map[string]bool),
	}
	for _, file := range files {
		for _, decl := range file.Decls {
			p.index(decl)
		}
	}
	for len(p.queue) > 0 {
		u := p.queue[len(p.queue)-1]
		p.queue = p.queue[:len(p.queue)-1]
		ast.Inspect(u.node, p.visit)
	}
	for _, file := range files {
		file.Decls = p.filter(file.Decls)
	}
	return p.qualifiers
}

type pruner struct {
	byName     map[string][]*unit // what declares a name
	methods    map[string][]*unit // by the name of their type
	byNode     map[ast.Node]*unit
	queue      []*unit // kept, and still to be looked into
	qualifiers map[string]bool
}

// A unit is what is kept or dropped as a whole: a function, a type, a line of
// variables, a group of constants (which may count with iota).
type unit struct {
	node ast.Node
	kept bool
}

// index makes units of a declaration and keeps those that are exported.
func (p *pruner) index(decl ast.Decl) {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		p.indexFunc(decl)
	case *ast.GenDecl:
		group := p.unit(decl)
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				p.declare(p.unit(spec), spec.Name)
			case *ast.ValueSpec:
				u := group
				if decl.Tok == token.VAR {
					u = p.unit(spec)
				}
				p.declare(u, spec.Names...)
			}
		}
	}
}

func (p *pruner) indexFunc(decl *ast.FuncDecl) {
	u := p.unit(decl)
	if decl.Recv == nil {
		p.declare(u, decl.Name)
		return
	}
	for _, field := range decl.Recv.List {
		name := baseName(field.Type)
		p.methods[name] = append(p.methods[name], u)
		if ast.IsExported(name) {
			p.keep(u)
		}
	}
}

// baseName is the name of a receiver's type.
func baseName(e ast.Expr) string {
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.IndexListExpr:
			e = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}

func (p *pruner) unit(node ast.Node) *unit {
	u := &unit{node: node}
	p.byNode[node] = u
	return u
}

// declare says which names a unit declares.
func (p *pruner) declare(u *unit, names ...*ast.Ident) {
	for _, id := range names {
		p.byName[id.Name] = append(p.byName[id.Name], u)
		if id.IsExported() {
			p.keep(u)
		}
	}
}

func (p *pruner) keep(units ...*unit) {
	for _, u := range units {
		if !u.kept {
			u.kept = true
			p.queue = append(p.queue, u)
		}
	}
}

// visit keeps what a node names. It is for [ast.Inspect].
func (p *pruner) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Ident:
		p.keep(p.byName[n.Name]...)
		p.keep(p.methods[n.Name]...)
	case *ast.SelectorExpr:
		if id, ok := n.X.(*ast.Ident); ok {
			p.qualifiers[id.Name] = true
		}
		ast.Inspect(n.X, p.visit)
		return false
	case *ast.CompositeLit:
		empty(n)
	case *ast.BlockStmt:
		return false
	}
	return true
}

// filter returns the declarations of which something is kept, without the rest.
func (p *pruner) filter(decls []ast.Decl) []ast.Decl {
	var out []ast.Decl
	for _, decl := range decls {
		group, isGroup := decl.(*ast.GenDecl)
		switch {
		case !isGroup || group.Tok == token.CONST:
			if u := p.byNode[decl]; u != nil && u.kept { // nil: a syntax error
				out = append(out, decl)
			}
		case group.Tok == token.IMPORT:
			out = append(out, decl)
		default:
			var specs []ast.Spec
			for _, spec := range group.Specs {
				if p.byNode[spec].kept {
					specs = append(specs, spec)
				}
			}
			if group.Specs = specs; len(specs) > 0 {
				out = append(out, decl)
			}
		}
	}
	return out
}
