package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// A once function has copies of the local variables that it needs, or fetches
// them from another once function (F6). It runs when it is first called, with
// nothing but what came along: so what writes to such a variable before the
// construction has to come along too, and what is built before a change must
// not see it.

// onceUses refuses if a once function would see v, which u defines, in
// another state than the call that moves.
func (d *decl) onceUses(u *unit, v *types.Var) *refusal {
	users := 0
	for _, w := range d.moved {
		if len(w.sites) == 0 {
			continue
		}
		deps := d.onceDeps(w)
		if !slices.Contains(deps, u) {
			continue
		}
		users++
		if users > 1 && len(u.sites) == 0 && connects(v.Type()) {
			return &refusal{v.Name() + " connects what is built from it", u.at.Pos()}
		}
		for _, id := range d.refs[v] {
			if d.Info.Defs[id] != nil || d.within(u, id) && !within(id, w.exprs) {
				continue
			}
			if r := d.onceUse(u, w, deps, id); r != nil {
				return r
			}
		}
	}
	return nil
}

// connects reports whether a value of type t is for what several have to
// share: channels, maps, locks, buffers.
func connects(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Chan, *types.Map:
		return true
	}
	pkg := pkgOf(t)
	return pkg != nil && slices.Contains([]string{"sync", "sync/atomic", "bytes", "strings"}, pkg.Path())
}

// onceUse checks one reference of a variable that u defines and that the once
// function of w, which needs deps, has.
func (d *decl) onceUse(u, w *unit, deps []*unit, id *ast.Ident) *refusal {
	if slices.ContainsFunc(append(deps, w), func(o *unit) bool { return o.evaluates(id) }) {
		if id.Pos() < lastChange(u) {
			return &refusal{id.Name + " is used before it is changed", id.Pos()}
		}
		return nil
	}
	if d.argumentOfSite(id) {
		return nil
	}
	if d.isLater(u, w, id) {
		if d.useOf(id) == read && len(u.sites) == 0 && d.seesChange(id) && d.given(append(deps, w), id) {
			return &refusal{id.Name + " may be changed by what is built from it", id.Pos()}
		}
		return nil
	}
	switch use := d.useOf(id); {
	case use == address && !d.isInstrument(id):
		return &refusal{"the address of " + id.Name + " is taken", id.Pos()}
	case use == read && len(u.sites) == 0 && d.handsOn(id):
		return &refusal{id.Name + " may change", id.Pos()}
	}
	return nil // deps.go has decided about changes
}

// evaluates reports whether n is part of what u evaluates or changes.
func (u *unit) evaluates(n ast.Node) bool { return within(n, u.exprs) || within(n, u.more) }

// lastChange returns the end of the last change that moves along with u.
func lastChange(u *unit) token.Pos {
	last := token.NoPos
	for _, s := range u.more {
		last = max(last, s.End())
	}
	return last
}

// argumentOfSite reports whether n is part of a reported call: constructors
// leave as they are what they are given.
func (d *decl) argumentOfSite(n ast.Node) bool {
	return slices.ContainsFunc(d.sites, func(s *site) bool { return within(n, []ast.Expr{s.expr}) })
}

// isLater reports whether the reference id of a variable of u is reached only
// when w has been evaluated, for each time that u is.
func (d *decl) isLater(u, w *unit, id *ast.Ident) bool {
	if id.Pos() < w.at.End() || d.funcLitOf(w.at) != d.funcLitOf(u.at) {
		return false
	}
	for n := w.at; n != nil && !within(u.at, []ast.Node{n}); n = d.parent[n] {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.LabeledStmt:
			return false
		}
	}
	return !d.jumps()
}

// jumps reports whether there is a goto in d.
func (d *decl) jumps() bool {
	found := false
	ast.Inspect(d.node, func(n ast.Node) bool {
		b, ok := n.(*ast.BranchStmt)
		found = found || ok && b.Tok == token.GOTO
		return !found
	})
	return found
}

// handsOn reports whether others get hold, at a reference of a variable, of
// something that they can write to.
func (d *decl) handsOn(id *ast.Ident) bool {
	place := d.reference(id)
	if immutable(d.Info.TypeOf(place), nil) {
		return false
	}
	if call, _ := d.methodCall(place); call != nil {
		return !d.onlyReads(call)
	}
	switch p := d.up(place).(type) {
	case *ast.BinaryExpr:
		return false
	case *ast.RangeStmt:
		return p.Value != nil && !immutable(d.Info.TypeOf(p.Value), nil)
	case *ast.CallExpr:
		return ast.Unparen(p.Fun) == place || !d.onlyReads(p)
	}
	return true
}

// onlyReads reports whether a call leaves its operands as they are: one that
// says something, or gives a value of the standard library.
func (d *decl) onlyReads(call *ast.CallExpr) bool {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && d.Info.Types[id].IsBuiltin() {
		return id.Name == "len" || id.Name == "cap"
	}
	fn := d.callee(call)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	return logs(fn) || d.isStd(fn.Pkg()) && stdRepeatable(fn) && fn.Signature().Recv() == nil
}

// given reports whether one of the units gets hold of what the variable that
// id names refers to.
func (d *decl) given(units []*unit, id *ast.Ident) bool {
	return slices.ContainsFunc(d.refs[d.Info.ObjectOf(id)], func(id *ast.Ident) bool {
		taken := d.Info.Defs[id] == nil && (d.useOf(id) == address || d.handsOn(id))
		return taken && slices.ContainsFunc(units, func(u *unit) bool { return u.evaluates(id) })
	})
}

// seesChange reports whether a read of a variable, behind the construction,
// may see what was written through the copy that the once function has: what
// came out of a channel, into a buffer, behind a pointer.
func (d *decl) seesChange(id *ast.Ident) bool {
	place := d.reference(id)
	if immutable(d.Info.TypeOf(id), nil) || immutable(d.Info.TypeOf(place), nil) && d.isDirect(place) || d.isNilTest(id) {
		return false
	}
	if call, _ := d.methodCall(place); call != nil {
		return !d.onlyReads(call)
	}
	call, ok := d.up(place).(*ast.CallExpr)
	if !ok {
		return true
	}
	switch t := d.Info.TypeOf(place); t.Underlying().(type) {
	case *types.Struct: // a configuration of another module, given to that
		return pkgOf(t) == nil || d.ownModule(pkgOf(t))
	case *types.Slice:
		fun, ok := ast.Unparen(call.Fun).(*ast.Ident)
		return !ok || !d.Info.Types[fun].IsBuiltin() || fun.Name == "copy"
	}
	return true
}

// isDirect reports whether place is a part of a variable that no pointer, map
// or slice leads to.
func (d *decl) isDirect(place ast.Expr) bool {
	for {
		sel, ok := ast.Unparen(place).(*ast.SelectorExpr)
		if !ok {
			_, ok := ast.Unparen(place).(*ast.Ident)
			return ok
		}
		if s := d.Info.Selections[sel]; s == nil || s.Indirect() {
			return false
		}
		place = sel.X
	}
}
