package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/lambdainit/lambdainit/internal/report"
)

// errorEdits repairs the error variables that lost their definition: the next
// assignment defines them, or a declaration is put before what uses them.
func (d *decl) errorEdits() []report.Edit {
	var out []report.Edit
	var done []*types.Var
	for _, u := range d.moved {
		if u.err == nil || slices.Contains(done, u.err) {
			continue
		}
		done = append(done, u.err)
		out = append(out, d.errorEdit(u.err)...)
	}
	return out
}

func (d *decl) errorEdit(err *types.Var) []report.Edit {
	rest := d.outside(err)
	if len(rest) == 0 {
		return nil
	}
	if d.Info.Defs[rest[0]] == err {
		return d.dropOrphan(err, rest)
	}
	if def := d.Info.Defs[d.refs[err][0]]; def != err || !within(d.refs[err][0], d.cut) {
		return nil
	}
	if edits, ok := d.define(err, rest); ok {
		return edits
	}
	stmt := d.firstAfter(d.refs[err][0], rest[0])
	if stmt == nil {
		return nil
	}
	return []report.Edit{d.replace(stmt.Pos(), stmt.Pos(), "var "+err.Name()+" error\n")}
}

// dropOrphan removes var err error if nothing uses it any more, or if what
// does can define it.
func (d *decl) dropOrphan(err *types.Var, rest []*ast.Ident) []report.Edit {
	spec, ok := d.parent[rest[0]].(*ast.ValueSpec)
	if !ok || len(spec.Values) > 0 {
		return nil
	}
	node, _ := d.specNode(spec)
	if node == nil {
		return nil
	}
	edits, ok := d.define(err, rest[1:])
	if !ok {
		return nil
	}
	d.cut = append(d.cut, node)
	return edits
}

// define makes the assignments in rest, the uses of err in their order,
// define it. That works if each stretch of uses begins with an assignment.
func (d *decl) define(err *types.Var, rest []*ast.Ident) ([]report.Edit, bool) {
	if len(rest) == 0 {
		return nil, true
	}
	p, ok := d.parent[rest[0]].(*ast.AssignStmt)
	if !ok || d.useOf(rest[0]) != write || d.readsIn(err, p) {
		return nil, false
	}
	if p.Tok == token.DEFINE {
		return nil, true // in the block of the lost definition, whose place it takes
	}
	scope := d.parent[p]
	if p.Tok != token.ASSIGN || !d.canDefine(p, err) || !d.opensScope(p) {
		return nil, false
	}
	n := 1
	for n < len(rest) && within(rest[n], []ast.Node{scope}) {
		n++
	}
	if n < len(rest) && d.captured(err) {
		return nil, false // a closure may see what is assigned further down
	}
	more, ok := d.define(err, rest[n:])
	return append(more, d.replace(p.TokPos, p.TokPos+1, ":=")), ok
}

// captured reports whether a closure uses the v of the function around it.
func (d *decl) captured(v *types.Var) bool {
	home := d.funcLitOf(d.refs[v][0])
	return slices.ContainsFunc(d.refs[v], func(id *ast.Ident) bool { return d.funcLitOf(id) != home })
}

// opensScope reports whether a := at p declares for the rest of a list or for
// an if statement.
func (d *decl) opensScope(p *ast.AssignStmt) bool {
	head, ok := d.parent[p].(*ast.IfStmt)
	return d.listOf(p) != nil || ok && head.Init == p
}

// readsIn reports whether the right side of p uses err.
func (d *decl) readsIn(err *types.Var, p *ast.AssignStmt) bool {
	return slices.ContainsFunc(d.refs[err], func(id *ast.Ident) bool { return within(id, p.Rhs) })
}

// canDefine reports whether := would define only err: all others on the left
// are blank or variables of the same block.
func (d *decl) canDefine(p *ast.AssignStmt, err *types.Var) bool {
	for _, e := range p.Lhs {
		if isBlank(e) {
			continue
		}
		v := d.localVar(e)
		if v == nil || v != err && (v.Parent() == nil || v.Parent() != d.scopeAt(p)) {
			return false
		}
	}
	return true
}

// scopeAt returns the scope in which a := at p declares.
func (d *decl) scopeAt(p *ast.AssignStmt) *types.Scope {
	n := d.parent[p]
	switch b := n.(type) {
	case *ast.BlockStmt:
		switch f := d.parent[b].(type) {
		case *ast.FuncDecl:
			return d.Info.Scopes[f.Type]
		case *ast.FuncLit:
			return d.Info.Scopes[f.Type]
		}
	}
	return d.Info.Scopes[n]
}

// firstAfter returns the statement, in the list of the statement that held
// the definition, which holds the next use.
func (d *decl) firstAfter(def, use *ast.Ident) ast.Stmt {
	stmt := d.stmtOf(def)
	return d.sibling(stmt, use)
}
