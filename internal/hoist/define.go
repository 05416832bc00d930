package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
)

// assignUnit returns the unit of a := … or of the only x = … behind var x T;
// nil if the statement is neither.
func (d *decl) assignUnit(p *ast.AssignStmt) (*unit, *refusal) {
	if !d.defines(p) {
		return nil, nil
	}
	stmt := ast.Stmt(p)
	if d.listOf(p) == nil {
		head, ok := d.parent[p].(*ast.IfStmt)
		if !ok || p.Tok == token.DEFINE {
			return nil, nil
		}
		stmt = head
	}
	return d.unitFor(p, func(u *unit) *refusal {
		u.stmt, u.lhs, u.exprs = stmt, p.Lhs, p.Rhs
		return d.leftSide(u)
	})
}

// defines reports whether p gives their first and only whole value to all
// variables on its left, errors excepted.
func (d *decl) defines(p *ast.AssignStmt) bool {
	if p.Tok != token.DEFINE && p.Tok != token.ASSIGN {
		return false
	}
	named := false
	for _, e := range p.Lhs {
		if isBlank(e) {
			continue
		}
		v := d.localVar(e)
		if v == nil {
			return false
		}
		if len(p.Lhs) > 1 && isError(v.Type()) {
			continue
		}
		named = true
		if d.Info.Defs[ast.Unparen(e).(*ast.Ident)] == nil {
			if d.before(p, v) == nil {
				return false
			}
		} else if len(d.writes(v)) > 0 && d.holdSite(p.Rhs) {
			return false // the value is shared, the variable is not
		}
	}
	return named
}

// before returns var v T if p is the only assignment to v, and made whenever
// the list of the declaration is: not under a condition.
func (d *decl) before(p *ast.AssignStmt, v *types.Var) ast.Node {
	spec, ok := d.parent[d.refs[v][0]].(*ast.ValueSpec)
	if !ok || len(spec.Values) > 0 {
		return nil
	}
	node, stmt := d.specNode(spec)
	writes := d.writes(v)
	if stmt == nil || len(writes) != 1 || d.parent[writes[0]] != p {
		return nil
	}
	if at := d.sibling(stmt, p); at == nil || !d.always(p, at) {
		return nil
	}
	return node
}

// always reports whether s, a part of the statement around it, is executed
// whenever that is.
func (d *decl) always(s, around ast.Stmt) bool {
	for n := ast.Node(s); n != around; n = d.parent[n] {
		switch p := d.parent[n].(type) {
		case *ast.BlockStmt:
			if d.listOf(p) == nil {
				return false
			}
		case *ast.IfStmt:
			if p.Init != n {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// leftSide fills in the variables of a definition.
func (d *decl) leftSide(u *unit) *refusal {
	for i, e := range u.lhs {
		v := d.localVar(e)
		switch {
		case v == nil:
			u.vars = append(u.vars, nil)
		case i > 0 && i == len(u.lhs)-1 && len(u.exprs) == 1 && isError(v.Type()):
			u.err = v
		default:
			u.vars = append(u.vars, v)
			if d.Info.Defs[ast.Unparen(e).(*ast.Ident)] == nil {
				if u.before != nil {
					return &refusal{"several variables are declared apart", e.Pos()}
				}
				u.before = d.before(u.at.(*ast.AssignStmt), v)
			}
		}
	}
	return nil
}

// specStmt returns the statement of a local var declaration that declares
// nothing else, or nil.
func (d *decl) specStmt(spec *ast.ValueSpec) ast.Stmt {
	if node, stmt := d.specNode(spec); node == stmt {
		return stmt
	}
	return nil
}

// specNode returns what of a local var declaration declares the names of spec
// and nothing else, and the statement; nil if there is no such part.
func (d *decl) specNode(spec *ast.ValueSpec) (ast.Node, ast.Stmt) {
	gen, ok := d.parent[spec].(*ast.GenDecl)
	if !ok || gen.Tok != token.VAR {
		return nil, nil
	}
	stmt, ok := d.parent[gen].(*ast.DeclStmt)
	if !ok || d.listOf(stmt) == nil || len(spec.Values) == 0 && len(spec.Names) != 1 {
		return nil, nil
	}
	if len(gen.Specs) > 1 {
		return spec, stmt
	}
	return stmt, stmt
}

// varUnit returns the unit of var x T = ….
func (d *decl) varUnit(stmt ast.Stmt, spec *ast.ValueSpec) (*unit, *refusal) {
	return d.unitFor(stmt, func(u *unit) *refusal {
		u.stmt, u.exprs, u.typ = stmt, spec.Values, spec.Type
		for _, name := range spec.Names {
			u.lhs = append(u.lhs, name)
		}
		return d.leftSide(u)
	})
}

// unitDefining returns the unit that defines v; use is where it is needed.
func (d *decl) unitDefining(v *types.Var, use *ast.Ident) (*unit, *refusal) {
	def := d.refs[v][0]
	if def.Pos() != v.Pos() {
		return nil, &refusal{"it depends on " + v.Name() + ", which a type switch defines", use.Pos()}
	}
	switch p := d.parent[def].(type) {
	case *ast.AssignStmt:
		if _, loop := d.parent[p].(*ast.ForStmt); loop {
			return nil, &refusal{"it depends on loop variable " + v.Name(), use.Pos()}
		}
		if d.listOf(p) != nil {
			if u, r := d.assignUnit(p); u != nil || r != nil {
				return u, r
			}
		}
	case *ast.ValueSpec:
		if u, r := d.specUnit(v, p); u != nil || r != nil {
			return u, r
		}
	case *ast.RangeStmt:
		return nil, &refusal{"it depends on loop variable " + v.Name(), use.Pos()}
	case *ast.Field:
		return nil, &refusal{"it depends on " + d.roleOf(p) + " " + v.Name(), use.Pos()}
	}
	return nil, &refusal{"it depends on " + v.Name() + ", whose definition cannot move", def.Pos()}
}

// specUnit returns the unit that defines the v of var v T: the only
// assignment, or the declaration and what changes v behind it; nil if neither
// can move.
func (d *decl) specUnit(v *types.Var, spec *ast.ValueSpec) (*unit, *refusal) {
	if writes := d.writes(v); len(spec.Values) == 0 && len(writes) == 1 {
		if p, ok := d.parent[writes[0]].(*ast.AssignStmt); ok {
			if u, r := d.assignUnit(p); u != nil || r != nil {
				return u, r
			}
		}
	}
	if stmt := d.specStmt(spec); stmt != nil {
		return d.varUnit(stmt, spec)
	}
	return nil, nil
}

// roleOf names what the field of a function's type declares.
func (d *decl) roleOf(f *ast.Field) string {
	list := d.parent[f]
	switch p := d.parent[list].(type) {
	case *ast.FuncDecl:
		if p.Recv == list {
			return "receiver"
		}
	case *ast.FuncType:
		if p.Results == list {
			return "result"
		}
	}
	return "parameter"
}

// sibling returns the statement in the list of s that holds n and stands
// behind s, or nil.
func (d *decl) sibling(s ast.Stmt, n ast.Node) ast.Stmt {
	for _, t := range d.listOf(s) {
		if t.Pos() > s.Pos() && t.Pos() <= n.Pos() && n.End() <= t.End() {
			return t
		}
	}
	return nil
}
