package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
)

// A unit is what moves as one: a statement that defines variables, with the
// check of its error and the changes right behind, or an expression.
type unit struct {
	at     ast.Node   // the key: the defining statement or the expression
	stmt   ast.Stmt   // the statement in a list that holds it
	lhs    []ast.Expr // what a definition assigns to
	exprs  []ast.Expr // what is evaluated
	typ    ast.Expr   // of var x T = …, or nil
	before ast.Node   // var x T above, where x = … is the definition; or nil

	vars  []*types.Var // what it defines, nil for blank, the error excepted
	err   *types.Var   // the error it assigns, or nil
	check *check       // what happens with the error, nil for Lazy
	more  []ast.Stmt   // changes of vars behind it that move along

	inline bool   // an expression: its place takes a package variable
	name   string // of that variable, or of the once function (F6)

	late     bool    // reads what other functions init assign
	deps     []*unit // what has to be moved before
	sites    []*site
	admitted bool
	refused  *refusal
}

// statements returns all statements that move with u; for an expression none.
func (u *unit) statements() []ast.Node {
	if u.inline {
		return nil
	}
	out := []ast.Node{u.stmt}
	if u.before != nil {
		out = append(out, u.before)
	}
	if u.check != nil && u.check.stmt != u.stmt {
		out = append(out, u.check.stmt)
	}
	return append(out, nodes(u.more)...)
}

// collect finds the units of the sites and of all that they need.
func (d *decl) collect() {
	for _, s := range d.sites {
		u, r := d.unitOf(s)
		if r == nil {
			r = d.admit(u)
		}
		if r != nil {
			s.refuse(r)
			continue
		}
		s.unit = u
		u.sites = append(u.sites, s)
	}
	for _, s := range d.fixed() {
		if r := s.unit.refusedNeed(make(map[*unit]bool)); r != nil {
			s.refuse(r)
		}
	}
}

// refusedNeed reports why something that u needs cannot move. Where units need
// each other (what is built from a configuration changes it) one is admitted
// while the other is still examined.
func (u *unit) refusedNeed(seen map[*unit]bool) *refusal {
	if u.refused != nil || seen[u] {
		return u.refused
	}
	seen[u] = true
	for _, dep := range u.deps {
		if r := dep.refusedNeed(seen); r != nil {
			return r
		}
	}
	return nil
}

// admit reports why u cannot move, nil if it can. Uses are checked later.
func (d *decl) admit(u *unit) *refusal {
	if !u.admitted {
		u.admitted = true
		u.refused = d.examine(u)
	}
	return u.refused
}

// examine runs the checks of a unit and fills in what it needs.
func (d *decl) examine(u *unit) *refusal {
	if r := d.state.unprepared(u, d.mode); r != nil {
		return r
	}
	for _, e := range u.exprs {
		if r := d.need(u, e); r != nil {
			return r
		}
	}
	if u.typ != nil {
		if r := d.need(u, u.typ); r != nil {
			return r
		}
	}
	if r := d.examineError(u); r != nil {
		return r
	}
	for _, v := range u.vars {
		if v != nil {
			if r := d.changes(u, v); r != nil {
				return r
			}
		}
	}
	if r := d.possible(u); r != nil {
		return r
	}
	return d.triedAgain(u)
}

// unitOf returns the unit that moves the site.
func (d *decl) unitOf(s *site) (*unit, *refusal) {
	top := d.climb(s.expr)
	switch p := d.parent[top].(type) {
	case *ast.AssignStmt:
		if u, r := d.assignUnit(p); u != nil || r != nil {
			return u, r
		}
	case *ast.ValueSpec:
		if stmt := d.specStmt(p); stmt != nil {
			return d.varUnit(stmt, p)
		}
	}
	return d.inlineUnit(top)
}

// climb returns the largest expression around e that moves with it: other
// reported calls around it, Must functions, address operators, methods that
// go on building.
func (d *decl) climb(e ast.Expr) ast.Expr {
	top := d.outermostSite(e)
	for {
		switch p := d.parent[top].(type) {
		case *ast.ParenExpr:
			top = p
		case *ast.UnaryExpr:
			if p.Op != token.AND {
				return top
			}
			top = p
		case *ast.CallExpr:
			if p.Fun == top || !d.isMust(p) {
				return top
			}
			top = d.outermostSite(p)
		case *ast.SelectorExpr:
			call, ok := d.parent[p].(*ast.CallExpr)
			if !ok || call.Fun != p || !d.builds(call) {
				return top
			}
			top = call
		default:
			return top
		}
	}
}

// outermostSite returns the outermost reported expression that e is part of
// as an operand, e itself if there is none.
func (d *decl) outermostSite(e ast.Expr) ast.Expr {
	out := e
	for n := ast.Node(e); n != nil; n = d.parent[n] {
		switch n := n.(type) {
		case *ast.FuncLit, ast.Stmt:
			return out
		case ast.Expr:
			if d.siteAt(n) != nil {
				out = n
			}
		}
	}
	return out
}

// siteAt returns the site of the expression, or nil.
func (d *decl) siteAt(e ast.Expr) *site {
	for _, s := range d.sites {
		if s.expr == e {
			return s
		}
	}
	return nil
}

// isMust reports whether the call panics on the error of its argument and
// passes the value on: template.Must, session.Must and their like.
func (d *decl) isMust(call *ast.CallExpr) bool {
	fn := d.callee(call)
	return fn != nil && fn.Name() == "Must" && fn.Signature().Recv() == nil && !d.own(fn.Pkg())
}

// builds reports whether the call adds to a collector and returns it:
// template.New("x").Parse(text).
func (d *decl) builds(call *ast.CallExpr) bool {
	fn := d.callee(call)
	if fn == nil || fn.Signature().Recv() == nil || !d.repeatable(fn) {
		return false
	}
	_, ok := collects(fn.Signature().Recv().Type())
	return ok
}

// unitFor returns the unit with the key, made by fill on first need.
func (d *decl) unitFor(key ast.Node, fill func(*unit) *refusal) (*unit, *refusal) {
	if u := d.units[key]; u != nil {
		return u, nil
	}
	u := &unit{at: key}
	if r := fill(u); r != nil {
		return nil, r
	}
	d.units[key] = u
	return u, nil
}

// inlineUnit returns the unit that moves only the expression.
func (d *decl) inlineUnit(e ast.Expr) (*unit, *refusal) {
	return d.unitFor(e, func(u *unit) *refusal {
		u.inline = true
		u.exprs = []ast.Expr{e}
		u.stmt = d.stmtOf(e)
		if u.stmt == nil {
			return &refusal{"it stands outside of any statement list", e.Pos()}
		}
		return d.inlinePlace(u, e)
	})
}

// inlinePlace refuses expressions whose place cannot take a variable.
func (d *decl) inlinePlace(u *unit, e ast.Expr) *refusal {
	unused := &refusal{"its result is not used", e.Pos()}
	switch p := d.up(e).(type) {
	case *ast.ExprStmt, *ast.DeferStmt, *ast.GoStmt:
		return unused
	case *ast.AssignStmt:
		if d.mode == Init && len(p.Lhs) == 2 && len(p.Rhs) == 1 {
			return d.inlineAssign(u, p)
		}
		if len(p.Lhs) == 1 && isBlank(p.Lhs[0]) {
			return unused
		}
	}
	tuple, ok := d.Info.TypeOf(e).(*types.Tuple)
	switch {
	case !ok:
		return d.singleValue(e)
	case tuple.Len() == 0:
		return unused
	}
	return d.tuplePlace(e, tuple)
}

// tuplePlace checks where an expression of several values stands.
func (d *decl) tuplePlace(e ast.Expr, tuple *types.Tuple) *refusal {
	_, returned := d.up(e).(*ast.ReturnStmt)
	switch {
	case tuple.Len() > 2 || tuple.Len() == 2 && d.mode == Init && !isError(tuple.At(1).Type()):
		return &refusal{"it has more results than a value and an error", e.Pos()}
	case d.mode == Init && d.inHead(e):
		return &refusal{"it is defined in the head of a statement", e.Pos()}
	case d.mode == Init && !returned:
		return &refusal{"its results are passed on together", e.Pos()}
	}
	return nil
}

// inHead reports whether e is assigned in the head of an if or switch.
func (d *decl) inHead(e ast.Expr) bool {
	p, ok := d.up(e).(*ast.AssignStmt)
	return ok && d.listOf(p) == nil
}

// inlineAssign makes u the right side of x.f, err = …: the place takes the
// variable and the error goes.
func (d *decl) inlineAssign(u *unit, p *ast.AssignStmt) *refusal {
	u.err = d.localVar(p.Lhs[1])
	if isBlank(p.Lhs[0]) {
		return &refusal{"its result is not used", p.Pos()}
	}
	if d.listOf(p) == nil {
		return &refusal{"it is defined in the head of a statement", p.Pos()}
	}
	if u.err == nil || !isError(u.err.Type()) {
		return &refusal{"its results are passed on together", p.Pos()}
	}
	return nil
}

// singleValue refuses values that are no use as a variable.
func (d *decl) singleValue(e ast.Expr) *refusal {
	if isError(d.Info.TypeOf(e)) {
		return &refusal{"it gives only an error", e.Pos()}
	}
	return nil
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

func isError(t types.Type) bool {
	return t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
}
