package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// resets returns the checks in whose place the error has to be set to nil:
// what moved gave it a fresh value, and without that an older one would be read.
func (d *decl) resets() map[ast.Node]string {
	out := make(map[ast.Node]string)
	for _, u := range d.moved {
		if u.check != nil && d.staleError(u) {
			out[u.check.stmt] = u.err.Name() + " = nil\n"
		}
	}
	return out
}

// staleError reports whether an older value of the error of u may be read
// behind u before it is set again.
func (d *decl) staleError(u *unit) bool {
	rest := d.outside(u.err)
	older := slices.ContainsFunc(rest, func(id *ast.Ident) bool {
		return id.Pos() < u.at.Pos() && d.useOf(id) == write && (d.Info.Defs[id] == nil || d.valued(id))
	})
	if !older || d.provenNil(u) {
		return false
	}
	if d.captured(u.err) {
		return true
	}
	for _, id := range rest {
		if id.Pos() > u.at.Pos() {
			return d.bareReturn(u, id.Pos()).IsValid() || !d.freshWrite(u, id)
		}
	}
	return d.bareReturn(u, d.node.End()).IsValid()
}

// provenNil reports whether the error of u is nil in front of u anyway: what
// came before has been checked, and the check does not go on with an error.
func (d *decl) provenNil(u *unit) bool {
	for _, id := range d.refs[u.err] {
		if d.useOf(id) == write && d.funcLitOf(id) != d.funcLitOf(u.at) {
			return false
		}
	}
	list := d.listOf(u.stmt)
	for i := slices.Index(list, u.stmt) - 1; i >= 0; i-- {
		s := list[i]
		if slices.Contains(d.cut, ast.Node(s)) || !d.mentions(u.err, s) {
			continue
		}
		check, ok := s.(*ast.IfStmt)
		return ok && check.Else == nil && d.isErrTest(check.Cond, u.err) && d.leaves(check.Body)
	}
	return false
}

// mentions reports whether n refers to v.
func (d *decl) mentions(v *types.Var, n ast.Node) bool {
	return slices.ContainsFunc(d.refs[v], func(id *ast.Ident) bool { return within(id, []ast.Node{n}) })
}

// mentionsAny is mentions for a list.
func (d *decl) mentionsAny(v *types.Var, list []ast.Stmt) bool {
	return slices.ContainsFunc(list, func(s ast.Stmt) bool { return d.mentions(v, s) })
}

// leaves reports whether what follows the block is not reached from its end.
func (d *decl) leaves(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	switch last := b.List[len(b.List)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return last.Tok == token.CONTINUE || last.Tok == token.BREAK
	default:
		return d.isFatalStmt(last)
	}
}

// valued reports whether the definition at id gives a value: not var err
// error, a parameter or a result.
func (d *decl) valued(id *ast.Ident) bool {
	switch p := d.parent[id].(type) {
	case *ast.ValueSpec:
		return len(p.Values) > 0
	case *ast.Field:
		return false
	}
	return true
}

// freshWrite reports whether id is written by a statement behind u in its
// list, or in the head of one, before it is read.
func (d *decl) freshWrite(u *unit, id *ast.Ident) bool {
	p, ok := d.parent[id].(*ast.AssignStmt)
	if !ok || d.useOf(id) != write || d.readsIn(u.err, p) {
		return false
	}
	stmt := d.sibling(u.stmt, id)
	if head, ok := stmt.(*ast.IfStmt); ok {
		return head.Init == p
	}
	return stmt == p
}

// bareReturn returns a return without values, behind u and before end, of the
// function whose result is the error of u.
func (d *decl) bareReturn(u *unit, end token.Pos) token.Pos {
	at := token.NoPos
	if _, result := d.parent[d.refs[u.err][0]].(*ast.Field); !result {
		return at
	}
	ast.Inspect(d.node, func(n ast.Node) bool {
		ret, ok := n.(*ast.ReturnStmt)
		if ok && len(ret.Results) == 0 && ret.Pos() > u.at.End() && ret.Pos() < end && !within(ret, d.cut) {
			at = ret.Pos()
		}
		return !at.IsValid()
	})
	return at
}
