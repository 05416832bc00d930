package hoist

import (
	"go/ast"
	"go/types"
	"slices"
)

// settle decides which units move: those that the sites need, if nothing else
// that is done with them stands in the way. Refusing one refuses what needs
// it, so this is repeated until nothing changes.
func (d *decl) settle() {
	for {
		d.moved = d.closure()
		d.absorb()
		d.findGone()
		if !d.refuseOne() {
			return
		}
	}
}

// closure returns the units of the sites and what they need, as they run.
func (d *decl) closure() []*unit {
	var out []*unit
	seen := make(map[*unit]bool) // in a loop a unit can need itself
	var add func(*unit)
	add = func(u *unit) {
		if seen[u] {
			return
		}
		seen[u] = true
		for _, dep := range u.deps {
			add(dep)
		}
		out = append(out, u)
	}
	for _, s := range d.fixed() {
		add(s.unit)
	}
	slices.SortStableFunc(out, func(a, b *unit) int { return int(a.at.Pos() - b.at.Pos()) })
	return out
}

// absorb drops expressions that stand in a statement which moves as a whole.
func (d *decl) absorb() {
	if d.mode == Lazy {
		return
	}
	d.moved = slices.DeleteFunc(d.moved, func(u *unit) bool {
		return u.inline && slices.ContainsFunc(d.moved, func(o *unit) bool { return within(u.at, o.statements()) })
	})
}

// findGone collects what goes away and the variables that are still used
// without it.
func (d *decl) findGone() {
	d.cut, d.closed, d.gone, d.blank = nil, nil, nil, nil
	clear(d.shared)
	for _, u := range d.moved {
		if d.mode == Init {
			d.cut = append(d.cut, u.statements()...)
		} else if len(u.sites) > 0 && !u.inline {
			d.cut = append(d.cut, nodes(u.more)...)
		}
		d.drop(d.closings(u)...)
		d.gone = append(d.gone, d.replaced(u)...)
	}
	if d.mode == Lazy {
		d.dropCopied()
	}
	d.dropContexts()
	d.dropOrphans()
	for _, u := range d.moved {
		for _, v := range u.vars {
			if v != nil {
				d.shared[v] = len(d.outside(v)) > 0
			}
		}
	}
}

// drop adds statements that go away with their comments.
func (d *decl) drop(list ...ast.Stmt) {
	d.cut = append(d.cut, nodes(list)...)
	d.closed = append(d.closed, nodes(list)...)
}

// replaced returns the nodes of u that are replaced where they stand.
func (d *decl) replaced(u *unit) []ast.Node {
	if !u.inline && d.mode == Init || len(u.sites) == 0 {
		return nil
	}
	var out []ast.Node
	for _, e := range u.exprs {
		out = append(out, e)
	}
	if u.check != nil {
		d.cut = append(d.cut, u.check.stmt)
		out = append(out, d.up(u.at).(*ast.AssignStmt).Lhs[1])
	}
	return out
}

// outside returns the references of v outside of what goes away.
func (d *decl) outside(v types.Object) []*ast.Ident {
	var out []*ast.Ident
	for _, id := range d.refs[v] {
		if !within(id, d.gone) && !within(id, d.cut) {
			out = append(out, id)
		}
	}
	return out
}

// closings returns the deferred statements that close what u defines.
func (d *decl) closings(u *unit) []ast.Stmt {
	var out []ast.Stmt
	for _, v := range u.vars {
		for _, id := range d.refs[v] {
			if d.useOf(id) == closeUse {
				if stmt, r := d.closing(id); r == nil {
					out = append(out, stmt)
				}
			}
		}
	}
	return out
}

// refuseOne refuses the sites of the first unit that cannot move and reports
// whether there was one.
func (d *decl) refuseOne() bool {
	for _, u := range d.moved {
		r := d.unitUses(u)
		if r == nil {
			r = d.shares(u)
		}
		if r != nil {
			for _, s := range d.fixed() {
				if d.needs(s.unit, u) {
					s.refuse(r)
				}
			}
			return true
		}
	}
	return false
}

// needs reports whether u is dep or needs it, by place or by value.
func (d *decl) needs(u, dep *unit) bool {
	seen := make(map[*unit]bool)
	var needs func(u *unit) bool
	needs = func(u *unit) bool {
		if u == dep || u.inline && within(u.at, dep.statements()) {
			return true
		}
		if seen[u] {
			return false
		}
		seen[u] = true
		return slices.ContainsFunc(u.deps, needs)
	}
	return needs(u)
}

// unitUses checks what else is done with what u defines.
func (d *decl) unitUses(u *unit) *refusal {
	if u.inline {
		if r := d.takerUses(u); r != nil {
			return r
		}
		if r := d.collectorUse(u.at.(ast.Expr), "it"); r != nil {
			return r
		}
		return d.returnUse(u.at.(ast.Expr), "it")
	}
	for _, v := range u.vars {
		if v == nil {
			continue
		}
		if d.mode == Lazy {
			if r := d.onceUses(u, v); r != nil {
				return r
			}
			if len(u.sites) == 0 {
				continue
			}
		}
		if r := d.varUses(u, v); r != nil {
			return r
		}
	}
	return nil
}

// takerUses checks what is done with the local variables that take the value
// of an expression: they may be assigned again, but what they hold is shared.
func (d *decl) takerUses(u *unit) *refusal {
	var left []ast.Expr
	switch p := d.up(u.at).(type) {
	case *ast.AssignStmt:
		left = p.Lhs
	case *ast.ValueSpec:
		for _, id := range p.Names {
			left = append(left, id)
		}
	}
	for _, e := range left {
		v := d.localVar(e)
		if v == nil || isError(v.Type()) {
			continue
		}
		for _, id := range d.refs[v] {
			switch d.useOf(id) {
			case change:
				return &refusal{v.Name() + " is changed", id.Pos()}
			case address:
				return &refusal{"the address of " + v.Name() + " is taken", id.Pos()}
			case closeUse:
				return &refusal{v.Name() + " is closed", id.Pos()}
			}
		}
	}
	return nil
}

// varUses checks the references of v that stay behind.
func (d *decl) varUses(u *unit, v *types.Var) *refusal {
	moved := d.movedStmts()
	for _, id := range d.refs[v] {
		if d.Info.Defs[id] != nil || within(id, moved) || within(id, d.gone) || within(id, d.cut) {
			if d.shared[v] && d.useOf(id) == address && !d.isInstrument(id) {
				return &refusal{"the address of " + v.Name() + " is taken", id.Pos()}
			}
			continue
		}
		if r := d.varUse(u, v, id); r != nil {
			return r
		}
	}
	return nil
}

// movedStmts returns the statements of all units.
func (d *decl) movedStmts() []ast.Node {
	var out []ast.Node
	for _, u := range d.moved {
		out = append(out, u.statements()...)
	}
	return out
}

// varUse checks one reference of v.
func (d *decl) varUse(u *unit, v *types.Var, id *ast.Ident) *refusal {
	switch d.useOf(id) {
	case write:
		return &refusal{v.Name() + " is assigned again", id.Pos()}
	case change:
		return &refusal{v.Name() + " is changed", id.Pos()}
	case address:
		return &refusal{"the address of " + v.Name() + " is taken", id.Pos()}
	case closeUse:
		_, r := d.closing(id)
		return r
	}
	if r := d.earlyUse(u, v, id); r != nil {
		return r
	}
	if r := d.collectorUse(id, v.Name()); r != nil {
		return r
	}
	if len(u.sites) == 0 && !d.holdsSite(u) && !immutable(v.Type(), nil) {
		return &refusal{v.Name() + " may change", id.Pos()}
	}
	return d.returnUse(id, v.Name())
}

// earlyUse refuses a use of v where it has not the value that moves.
func (d *decl) earlyUse(u *unit, v *types.Var, id *ast.Ident) *refusal {
	switch {
	case d.mode == Init && u.err == nil && d.holdsSite(u) && d.isNilTest(id):
		return &refusal{v.Name() + " may be nil, where it failed", id.Pos()}
	case d.mode == Init && u.before != nil && id.Pos() < u.at.Pos():
		return &refusal{v.Name() + " is used before it has its value", id.Pos()}
	case id.Pos() < lastChange(u):
		return &refusal{v.Name() + " is used before it is changed", id.Pos()}
	}
	return nil
}

// isNilTest reports whether id is compared with nil.
func (d *decl) isNilTest(id *ast.Ident) bool {
	b, ok := d.up(id).(*ast.BinaryExpr)
	return ok && (d.Info.Types[b.X].IsNil() || d.Info.Types[b.Y].IsNil())
}

// collectorUse refuses uses of a collector other than the methods that add
// nothing to it.
func (d *decl) collectorUse(e ast.Expr, name string) *refusal {
	harmless, ok := collects(firstType(d.Info.TypeOf(e)))
	if !ok {
		return nil
	}
	if call, method := d.methodCall(e); call != nil && slices.Contains(harmless, method) {
		return nil
	}
	return &refusal{name + " may be added to on each invocation", e.Pos()}
}

// shares refuses what is closed, connected or changed on each invocation,
// wherever it gets to: what moves is one for all.
func (d *decl) shares(u *unit) *refusal {
	skip := append(d.movedStmts(), d.cut...)
	if u.inline {
		return d.follow(u.at.(ast.Expr)).shared("it", skip)
	}
	if len(u.sites) == 0 && !d.holdsSite(u) {
		return nil
	}
	for _, v := range u.vars {
		if v == nil || d.mode == Lazy && len(u.sites) == 0 {
			continue
		}
		if r := d.follow(nil, v).shared(v.Name(), skip); r != nil {
			return r
		}
	}
	return nil
}

// immutable reports whether a value of type t, never assigned nor its address
// taken, stays what it is.
func immutable(t types.Type, seen []types.Type) bool {
	if slices.Contains(seen, t) {
		return true
	}
	seen = append(seen, t)
	switch t := t.Underlying().(type) {
	case *types.Basic, *types.Signature:
		return true
	case *types.Array:
		return immutable(t.Elem(), seen)
	case *types.Struct:
		for f := range t.Fields() {
			if !immutable(f.Type(), seen) {
				return false
			}
		}
		return true
	case *types.Pointer:
		return types.TypeString(t, nil) == "*regexp.Regexp"
	}
	return false
}
