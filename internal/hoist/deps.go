package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
)

// need checks that what n evaluates may be evaluated once and admits the
// units that define the local variables it uses.
func (d *decl) need(u *unit, n ast.Node) *refusal {
	var found *refusal
	ast.Inspect(n, func(m ast.Node) bool {
		if found == nil && m != nil {
			found = d.needNode(u, n, m)
		}
		return found == nil && !d.isRequestContext(m)
	})
	return found
}

// needNode checks one node m inside root.
func (d *decl) needNode(u *unit, root, m ast.Node) *refusal {
	switch m := m.(type) {
	case *ast.Ident:
		return d.needIdent(u, root, m)
	case *ast.CallExpr:
		if d.inClosure(root, m) {
			return nil
		}
		return d.callMoves(u, m)
	case *ast.UnaryExpr:
		if m.Op == token.ARROW && !d.inClosure(root, m) {
			return &refusal{"it receives from a channel", m.Pos()}
		}
	case *ast.StarExpr:
		if tv := d.Info.Types[m.X]; tv.IsType() || d.localVar(m.X) != nil {
			return nil
		}
		return &refusal{"it reads through a pointer that others may write through", m.Pos()}
	}
	return nil
}

// inClosure reports whether m lies in a function literal inside root: what
// stands there runs when the library calls it, as before.
func (pl *planner) inClosure(root, m ast.Node) bool {
	for n := m; n != nil && n != root; n = pl.parent[n] {
		if lit, ok := n.(*ast.FuncLit); ok && lit != m {
			call, called := pl.up(lit).(*ast.CallExpr)
			return !called || ast.Unparen(call.Fun) != lit
		}
	}
	return false
}

// needIdent checks a name: what it denotes must be there, with the same
// value, before the first invocation.
func (d *decl) needIdent(u *unit, root ast.Node, id *ast.Ident) *refusal {
	switch obj := d.Info.ObjectOf(id).(type) {
	case *types.TypeName:
		return d.needType(obj, id)
	case *types.Const:
		if d.local(id) != nil && d.constText(obj, id) == "" {
			return &refusal{"it needs " + id.Name + ", a constant of a local type", id.Pos()}
		}
	case *types.Func:
		return d.needFunc(u, obj, id)
	case *types.Var:
		if obj.IsField() || root.Pos() <= obj.Pos() && obj.Pos() < root.End() {
			return nil
		}
		if d.local(id) == nil {
			return d.needGlobal(u, obj, id)
		}
		return d.needLocal(u, root, obj, id)
	}
	return nil
}

// needType refuses types that are declared in a function.
func (d *decl) needType(obj *types.TypeName, id *ast.Ident) *refusal {
	if _, param := obj.Type().(*types.TypeParam); param {
		return &refusal{"it depends on type parameter " + id.Name, id.Pos()}
	}
	if obj.Pkg() == d.Pkg && obj.Parent() != d.Pkg.Scope() {
		return &refusal{"it needs the local type " + id.Name, id.Pos()}
	}
	return nil
}

// needFunc checks a function of this package that is named without a call:
// a callback. Calls are checked by callMoves.
func (d *decl) needFunc(u *unit, fn *types.Func, id *ast.Ident) *refusal {
	if fn.Pkg() != d.Pkg || fn.Signature().Recv() != nil {
		return nil
	}
	if call, ok := d.up(id).(*ast.CallExpr); ok && ast.Unparen(call.Fun) == id {
		return nil
	}
	return d.bodyMoves(u, fn, id.Pos(), false)
}

// needLocal admits the unit that defines a local variable.
func (d *decl) needLocal(u *unit, root ast.Node, v *types.Var, id *ast.Ident) *refusal {
	if v == u.err {
		return nil
	}
	for _, w := range u.vars {
		if v == w {
			return nil
		}
	}
	if isContext(v.Type()) {
		return d.needContext(root, v, id)
	}
	def, r := d.unitDefining(v, id)
	if r != nil {
		return r
	}
	if def == u {
		return nil
	}
	if r := d.admit(def); r != nil {
		return r
	}
	u.deps = append(u.deps, def)
	return nil
}

// needContext accepts a context, which context.Background replaces, unless it
// carries values or is kept by a closure.
func (d *decl) needContext(root ast.Node, v *types.Var, id *ast.Ident) *refusal {
	switch d.up(id).(type) {
	case *ast.CompositeLit, *ast.KeyValueExpr:
		return &refusal{"a struct keeps the invocation's context", id.Pos()}
	}
	if d.inClosure(root, id) {
		return &refusal{"a closure keeps the invocation's context", id.Pos()}
	}
	for _, ref := range d.refs[v] {
		p, ok := d.parent[ref].(*ast.AssignStmt)
		if !ok || len(p.Rhs) != 1 || d.useOf(ref) != write {
			continue
		}
		call, ok := ast.Unparen(p.Rhs[0]).(*ast.CallExpr)
		if !ok {
			continue
		}
		if fn := d.callee(call); fn != nil && fn.FullName() == "context.WithValue" {
			return &refusal{"its context carries a value", call.Pos()}
		}
	}
	return nil
}

func isContext(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "Context" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context"
}

// isRequestContext reports whether n is r.Context() of an HTTP request, which
// context.Background replaces as well (E2).
func (d *decl) isRequestContext(n ast.Node) bool {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := d.callee(call)
	return fn != nil && fn.FullName() == "(*net/http.Request).Context"
}

// changes finds the statements behind the definition that change v and move
// along; any other change refuses.
func (d *decl) changes(u *unit, v *types.Var) *refusal {
	for _, id := range d.refs[v] {
		use := d.useOf(id)
		if d.Info.Defs[id] != nil || d.within(u, id) {
			continue
		}
		why := v.Name() + " is changed"
		switch {
		case use == write:
			why = v.Name() + " is assigned again"
		case use == change || d.isInstrument(id):
		default:
			continue // uses.go decides, when it is known what moves
		}
		if !d.movesAlong(u, id) {
			return &refusal{why, id.Pos()}
		}
	}
	return nil
}

// within reports whether n lies in a statement that already moves with u.
func (d *decl) within(u *unit, n ast.Node) bool {
	return !u.inline && within(n, u.statements())
}

// movesAlong adds the statement around id, behind the definition in the same
// list, to what moves with u if it only makes settled changes, then and there.
func (d *decl) movesAlong(u *unit, id *ast.Ident) bool {
	stmt := d.sibling(u.stmt, id)
	if stmt == nil || d.funcLitOf(id) != d.funcLitOf(stmt) || d.settledChange(u, stmt) != nil {
		return false
	}
	u.more = append(u.more, stmt)
	return true
}

// needGlobal checks a package variable.
func (d *decl) needGlobal(u *unit, v *types.Var, id *ast.Ident) *refusal {
	if v.Pkg() != d.Pkg {
		return d.needForeign(v, id)
	}
	if d.readsThrough(id) {
		if r := d.state.contents(v); r != nil {
			return r
		}
	}
	late, r := d.state.settled(v, d)
	u.late = u.late || late
	return r
}

// needForeign accepts variables of other modules; those of other packages of
// the module may be assigned anywhere.
func (pl *planner) needForeign(v *types.Var, id *ast.Ident) *refusal {
	if pl.ownModule(v.Pkg()) {
		return &refusal{"it reads " + v.Pkg().Name() + "." + v.Name() + ", which other packages may assign", id.Pos()}
	}
	if at := pl.state.foreignWrite(v); at.IsValid() {
		return &refusal{v.Pkg().Name() + "." + v.Name() + " is assigned", at}
	}
	return nil
}

// readsThrough reports whether id is a pointer, map or slice whose contents
// are read: x.f, x[i].
func (pl *planner) readsThrough(id *ast.Ident) bool {
	switch pl.Info.TypeOf(id).Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice:
	default:
		return false
	}
	switch p := pl.up(id).(type) {
	case *ast.SelectorExpr:
		return p.X == id
	case *ast.IndexExpr:
		return ast.Unparen(p.X) == id
	}
	return false
}
