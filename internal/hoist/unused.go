package hoist

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/lambdainit/lambdainit/internal/report"
)

// What moves leaves local variables behind that nothing uses any more. Their
// definitions go away, or where they do more lose the name.

// dropCopied drops definitions that are copied into once functions (F6) and
// not used otherwise, with their changes. Where the error is looked at it
// stays.
func (d *decl) dropCopied() {
	for range d.moved {
		for _, u := range d.moved {
			if len(u.sites) > 0 || u.inline || within(u.stmt, d.cut) || d.isBlank(u) {
				continue
			}
			switch {
			case slices.ContainsFunc(u.vars, func(v *types.Var) bool { return v != nil && d.usedBeside(u, v) }):
			case u.err == nil || d.errorEnds(u):
				d.cut = append(d.cut, u.statements()...)
			default:
				d.cut = append(d.cut, nodes(u.more)...)
				d.blankUnit(u)
			}
		}
	}
}

// errorEnds reports whether only the changes that move along with u look at
// its error.
func (d *decl) errorEnds(u *unit) bool {
	if _, result := d.parent[d.refs[u.err][0]].(*ast.Field); result || len(u.more) == 0 || d.captured(u.err) {
		return false
	}
	for _, id := range d.refs[u.err] {
		if id.Pos() < u.at.End() || within(id, u.more) {
			continue
		}
		p, ok := d.parent[id].(*ast.AssignStmt)
		return ok && d.useOf(id) == write && d.sibling(u.stmt, p) == p
	}
	return true
}

// isBlank reports whether the variables of u lose their names.
func (d *decl) isBlank(u *unit) bool {
	return slices.ContainsFunc(d.blank, func(id *ast.Ident) bool { return slices.Contains(u.lhs, ast.Expr(id)) })
}

func (d *decl) blankUnit(u *unit) {
	if u.before != nil {
		d.cut = append(d.cut, u.before)
	}
	for _, e := range u.lhs {
		if v := d.localVar(e); v != nil && v != u.err {
			d.blank = append(d.blank, ast.Unparen(e).(*ast.Ident))
		}
	}
}

// usedBeside reports whether v is used outside of u and of what goes away.
func (d *decl) usedBeside(u *unit, v *types.Var) bool {
	return slices.ContainsFunc(d.outside(v), func(id *ast.Ident) bool { return !within(id, u.statements()) })
}

// dropContexts adds ctx, cancel := context.WithTimeout(…) and its cancel()
// to what goes away if only what moves used that context.
func (d *decl) dropContexts() {
	for obj, ids := range d.refs {
		v, ok := obj.(*types.Var)
		if !ok || !isContext(v.Type()) || len(d.outside(v)) != 1 || len(ids) == 1 {
			continue
		}
		p, ok := d.parent[d.outside(v)[0]].(*ast.AssignStmt)
		if !ok || len(p.Lhs) != 2 || d.listOf(p) == nil || d.localVar(p.Lhs[0]) != v || !d.derivesContext(p.Rhs[0]) {
			continue
		}
		cancel := d.localVar(p.Lhs[1])
		if cancel == nil || len(d.refs[cancel]) != 2 {
			continue
		}
		if stmt := d.callOf(d.refs[cancel][1]); stmt != nil {
			d.drop(p, stmt)
		}
	}
}

// derivesContext reports whether e calls a function of package context: those
// of others may do more than to limit one.
func (d *decl) derivesContext(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := d.callee(call)
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "context"
}

// callOf returns the statement that does nothing but call id, now or deferred.
func (d *decl) callOf(id *ast.Ident) ast.Stmt {
	call, ok := d.up(id).(*ast.CallExpr)
	if !ok || ast.Unparen(call.Fun) != id {
		return nil
	}
	switch s := d.up(call).(type) {
	case *ast.DeferStmt:
		return s
	case *ast.ExprStmt:
		return s
	}
	return nil
}

// dropOrphans drops other variables that only what goes away used.
func (d *decl) dropOrphans() {
	for again := true; again; {
		again = false
		for _, v := range d.orphans() {
			if s := d.pureDefinition(v); s != nil {
				d.cut = append(d.cut, s)
			} else {
				d.blank = append(d.blank, d.refs[v][0])
			}
			again = true
		}
	}
}

// orphans returns the variables of which only the definition is left, in the
// order of the source.
func (d *decl) orphans() []*types.Var {
	var out []*types.Var
	for obj, ids := range d.refs {
		v, ok := obj.(*types.Var)
		if ok && len(ids) > 1 && d.isDefinition(ids[0]) && !d.unitHas(v) && !slices.Contains(d.blank, ids[0]) && slices.Equal(d.outside(v), ids[:1]) {
			out = append(out, v)
		}
	}
	slices.SortFunc(out, func(a, b *types.Var) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return out
}

// isDefinition reports whether id is defined by a statement in a list.
func (d *decl) isDefinition(id *ast.Ident) bool {
	switch p := d.parent[id].(type) {
	case *ast.AssignStmt:
		return d.listOf(p) != nil
	case *ast.ValueSpec:
		_, stmt := d.specNode(p)
		return stmt != nil
	}
	return false
}

// unitHas reports whether v belongs to what moves, or is its error: those are
// seen to elsewhere.
func (d *decl) unitHas(v *types.Var) bool {
	return slices.ContainsFunc(d.moved, func(u *unit) bool { return v == u.err || slices.Contains(u.vars, v) })
}

// pureDefinition returns what defines v if it defines nothing else and
// nothing is lost without it.
func (d *decl) pureDefinition(v *types.Var) ast.Node {
	switch p := d.parent[d.refs[v][0]].(type) {
	case *ast.AssignStmt:
		if len(p.Lhs) == 1 && d.isPure(p.Rhs[0]) {
			return p
		}
	case *ast.ValueSpec:
		node, _ := d.specNode(p)
		if len(p.Names) == 1 && (len(p.Values) == 0 || d.isPure(p.Values[0])) {
			return node
		}
	}
	return nil
}

// isPure reports whether nothing is lost if e is not evaluated.
func (d *decl) isPure(e ast.Expr) bool {
	pure := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.UnaryExpr:
			pure = pure && n.Op != token.ARROW
		case *ast.IndexExpr, *ast.SliceExpr, *ast.StarExpr, *ast.TypeAssertExpr:
			pure = false
		}
		return pure
	})
	return pure && d.dropped(e) == nil
}

// blankEdits puts _ in the place of the names of blank.
func (d *decl) blankEdits() []report.Edit {
	var out []report.Edit
	for _, id := range d.blank {
		out = append(out, d.replace(id.Pos(), id.End(), "_"))
		if p, ok := d.parent[id].(*ast.AssignStmt); ok && p.Tok == token.DEFINE && d.lastNew(p, id) {
			out = append(out, d.replace(p.TokPos, p.TokPos+2, "="))
		}
	}
	return out
}

// lastNew reports whether id is the last new name that p loses, and no other
// name on its left is new.
func (d *decl) lastNew(p *ast.AssignStmt, id *ast.Ident) bool {
	last := id
	for _, e := range p.Lhs {
		other := ast.Unparen(e).(*ast.Ident)
		switch {
		case other.Name == "_" || d.Info.Defs[other] == nil:
		case !slices.Contains(d.blank, other):
			return false
		default:
			last = other
		}
	}
	return last == id
}
