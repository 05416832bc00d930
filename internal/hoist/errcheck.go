package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/lambdainit/lambdainit/internal/branch"
	"github.com/lambdainit/lambdainit/internal/foreign"
)

// A check is the statement that handles the error of a definition and ends
// the function or the program.
type check struct {
	stmt *ast.IfStmt
	ret  *ast.ReturnStmt // its return, which becomes a panic or, behind a fatal call, nothing
	text ast.Expr        // the error that is returned; nil for a bare return
	drop bool            // the return is never reached
}

// examineError finds what is done with the error of u (F1).
func (d *decl) examineError(u *unit) *refusal {
	switch {
	case d.mode == Lazy:
		return nil
	case u.err == nil:
		return d.examineFailure(u)
	}
	stmt := d.checkOf(u)
	if stmt == nil {
		return &refusal{"its error is not checked right behind it", u.at.Pos()}
	}
	c := &check{stmt: stmt}
	if r := d.examineCheck(u, c); r != nil {
		if stmt != u.stmt && !d.holdsSite(u) && d.settledChange(u, stmt) == nil {
			u.more = append(u.more, stmt)
			return d.errorUnread(u, stmt)
		}
		return r
	}
	u.check = c
	return nil
}

// checkOf returns the if statement that tests the error of u: the one whose
// head u is or the one right behind it.
func (d *decl) checkOf(u *unit) *ast.IfStmt {
	stmt, ok := u.stmt.(*ast.IfStmt)
	if !ok || u.inline {
		stmt, ok = d.next(u.stmt).(*ast.IfStmt)
		if !ok || stmt.Init != nil {
			return nil
		}
	}
	if stmt.Else != nil || !d.isErrTest(stmt.Cond, u.err) {
		return nil
	}
	return stmt
}

// isErrTest reports whether cond is err != nil.
func (d *decl) isErrTest(cond ast.Expr, err *types.Var) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ {
		return false
	}
	isNil := func(e ast.Expr) bool { return d.Info.Types[e].IsNil() }
	return d.localVar(b.X) == err && isNil(b.Y) || d.localVar(b.Y) == err && isNil(b.X)
}

// examineCheck accepts a body that reports the error and returns it or ends
// the program.
func (d *decl) examineCheck(u *unit, c *check) *refusal {
	fatal := false
	for i, s := range c.stmt.Body.List {
		if ret, ok := s.(*ast.ReturnStmt); ok && i == len(c.stmt.Body.List)-1 {
			c.ret, c.drop = ret, fatal
			break
		}
		if r := d.reports(u, s); r != nil {
			return r
		}
		fatal = fatal || d.isFatalStmt(s)
	}
	switch {
	case fatal:
		return nil
	case c.ret == nil:
		return &refusal{"its error does not end the invocation", c.stmt.Pos()}
	}
	return d.returnedError(u, c)
}

// reports accepts a call statement that needs only what is there during
// package initialisation: a line in the log.
func (d *decl) reports(u *unit, s ast.Stmt) *refusal {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return &refusal{"its error is handled in another way than by returning it", s.Pos()}
	}
	return d.needNames(u, e)
}

// needNames checks the names in n but not whether its calls are repeatable.
func (d *decl) needNames(u *unit, n ast.Node) *refusal {
	var found *refusal
	ast.Inspect(n, func(m ast.Node) bool {
		if found != nil {
			return false
		}
		switch m := m.(type) {
		case *ast.Ident:
			found = d.needIdent(u, n, m)
		case *ast.CallExpr:
			found = d.reportCall(u, m)
		}
		return found == nil
	})
	return found
}

func (d *decl) reportCall(u *unit, call *ast.CallExpr) *refusal {
	fn := d.callee(call)
	if fn == nil || !d.own(fn.Pkg()) {
		return nil
	}
	if fn.Signature().Recv() != nil {
		return &refusal{"it calls method " + fn.Name(), call.Pos()}
	}
	return d.bodyMoves(u, fn, call.Pos(), false)
}

// isFatalStmt reports whether the statement ends the program or panics.
func (d *decl) isFatalStmt(s ast.Stmt) bool {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := e.X.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := d.callee(call)
	return isPanic(d.Info.Types[call.Fun], call) || fn != nil && isFatal(fn)
}

// isPanic reports whether the call, of what tv says, is one of panic.
func isPanic(tv types.TypeAndValue, call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	return ok && tv.IsBuiltin() && id.Name == "panic"
}

// returnedError finds the error that the check returns.
func (d *decl) returnedError(u *unit, c *check) *refusal {
	if c.drop {
		return nil
	}
	results := d.resultsAt(c.ret)
	if len(c.ret.Results) == 0 {
		if slices.Contains(results, u.err) {
			return nil
		}
		return &refusal{"its error is not returned", c.ret.Pos()}
	}
	if len(c.ret.Results) != len(results) {
		return &refusal{"its error becomes a response", c.ret.Pos()}
	}
	for i, e := range c.ret.Results {
		if isError(results[i].Type()) && !d.Info.Types[e].IsNil() {
			c.text = e
		} else if r := d.dropped(e); r != nil {
			return r
		}
	}
	if c.text == nil {
		return &refusal{"its error becomes a response", c.ret.Pos()}
	}
	return d.needNames(u, c.text)
}

// resultsAt returns the result variables of the function that n is part of.
func (d *decl) resultsAt(n ast.Node) []*types.Var {
	for ; n != nil; n = d.parent[n] {
		var sig *types.Signature
		switch n := n.(type) {
		case *ast.FuncLit:
			sig, _ = d.Info.TypeOf(n).(*types.Signature)
		case *ast.FuncDecl:
			sig = d.Info.Defs[n.Name].(*types.Func).Signature()
		default:
			continue
		}
		return slices.Collect(sig.Results().Variables())
	}
	return nil
}

// dropped refuses a result, given up with the return, that does something.
func (d *decl) dropped(e ast.Expr) *refusal {
	var found *refusal
	ast.Inspect(e, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return found == nil
		}
		if tv := d.Info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
			return true
		}
		if !d.harmless(call) {
			found = &refusal{"its error becomes a response", call.Pos()}
		}
		return found == nil
	})
	return found
}

// harmless reports whether nothing is lost if the call is not made.
func (d *decl) harmless(call *ast.CallExpr) bool {
	fn := d.callee(call)
	switch {
	case fn == nil:
		return false
	case fn.Pkg() == nil:
		return true
	case d.own(fn.Pkg()):
		return d.state.is(Repeatable, fn)
	case d.ownModule(fn.Pkg()):
		return d.otherPackage(call, Repeatable) == nil
	}
	return d.repeatable(fn)
}

// errorUnread refuses an error that is still read, before it is set again,
// behind a statement that only makes up for it: if err != nil { port = 80 }.
func (d *decl) errorUnread(u *unit, stmt ast.Stmt) *refusal {
	if at := d.bareReturn(u, d.node.End()); at.IsValid() {
		return &refusal{u.err.Name() + " is returned", at}
	}
	for _, id := range d.refs[u.err] {
		if id.Pos() < stmt.End() {
			if d.funcLitOf(id) != d.funcLitOf(u.at) {
				return &refusal{"a closure reads " + u.err.Name(), id.Pos()}
			}
			continue
		}
		if p, ok := d.parent[id].(*ast.AssignStmt); ok && d.useOf(id) == write && d.sibling(u.stmt, p) == p {
			return nil
		}
		return &refusal{u.err.Name() + " is read again", id.Pos()}
	}
	return nil
}

// holdsSite reports whether a reported call is evaluated with u.
func (d *decl) holdsSite(u *unit) bool { return d.holdSite(u.exprs) }

func (d *decl) holdSite(exprs []ast.Expr) bool {
	for _, s := range d.sites {
		if within(s.expr, exprs) {
			return true
		}
	}
	return false
}

// possible refuses what can fail under a condition: it would fail for
// invocations that never came there (F4).
func (d *decl) possible(u *unit) *refusal {
	if d.mode == Lazy || !d.canFail(u) {
		return nil
	}
	if own := d.Pkg.Scope().Lookup("panic"); own != nil {
		return &refusal{"it can fail, and panic is a name of this package", own.Pos()}
	}
	if at := d.recovers(); at.IsValid() {
		return &refusal{"it can fail, and a panic is recovered", at}
	}
	for n := ast.Node(u.stmt); n != nil; n = d.parent[n] {
		switch d.parent[n].(type) {
		case *ast.IfStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt, *ast.ForStmt, *ast.RangeStmt:
			return &refusal{"it can fail and stands under a condition", d.parent[n].Pos()}
		}
		if at := d.exitBefore(n); at.IsValid() {
			return &refusal{"it can fail and is not reached by every event", at}
		}
	}
	if slices.ContainsFunc(d.sites, func(s *site) bool { return s.conditional }) {
		return &refusal{"it can fail, and not every event leads to this function", d.node.Pos()}
	}
	if at := d.swallowed(); at.IsValid() {
		return &refusal{"it can fail, and a caller goes on without it", at}
	}
	return nil
}

// recovers returns where the function, or one inside of it, recovers from a panic.
func (d *decl) recovers() token.Pos {
	at := token.NoPos
	ast.Inspect(d.node, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && d.Info.Uses[id] == types.Universe.Lookup("recover") {
			at = id.Pos()
		}
		return !at.IsValid()
	})
	return at
}

// exitBefore returns an exit, before n, of the function whose statement n is.
func (d *decl) exitBefore(n ast.Node) token.Pos {
	body, ok := d.parent[n].(*ast.BlockStmt)
	if !ok {
		return token.NoPos
	}
	fn := d.parent[body]
	if d.exits[fn] == nil {
		d.exits[fn] = branch.Exits(d.Info, fn)
	}
	for _, at := range d.exits[fn] {
		if at < n.Pos() {
			return at
		}
	}
	for _, s := range body.List {
		if s.Pos() < n.Pos() && d.mayLeave(s) {
			return s.Pos()
		}
	}
	return token.NoPos
}

// mayLeave reports whether a statement leaves the function under a condition
// other than an error: where a setting is missing nothing is built, nor may it
// be before main.
func (d *decl) mayLeave(s ast.Stmt) bool {
	cond, ok := s.(*ast.IfStmt)
	if !ok || d.isErrorTest(cond.Cond) {
		return false
	}
	leaves := false
	ast.Inspect(cond, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			leaves = true
		}
		return !leaves
	})
	return leaves
}

// isErrorTest reports whether a condition compares an error with nil.
func (d *decl) isErrorTest(cond ast.Expr) bool {
	c, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	return ok && (c.Op == token.NEQ || c.Op == token.EQL) && isError(d.Info.TypeOf(c.X))
}

// canFail reports whether evaluating u can end in an error or a panic that is
// meant: an error result, a Must function of something that is no constant.
func (d *decl) canFail(u *unit) bool {
	if u.err != nil {
		return true
	}
	fails := false
	for _, e := range u.exprs {
		if t, ok := d.Info.TypeOf(e).(*types.Tuple); ok && u.inline {
			fails = fails || t.Len() == 2
		}
		ast.Inspect(e, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				fails = fails || d.state.mustFail(call)
			}
			return !fails
		})
	}
	return fails
}

// mustFail reports whether the call may panic on purpose or end the program.
// What functions of other packages of the module do is not known.
func (s *state) mustFail(call *ast.CallExpr) bool {
	fn := s.callee(call)
	switch {
	case fn == nil || fn.Pkg() == nil:
		return false
	case s.own(fn.Pkg()):
		return s.bodyOf(fn, false).fails
	case s.ownModule(fn.Pkg()) || isFatal(fn):
		return true
	}
	constant := len(call.Args) == 1 && s.Info.Types[call.Args[0]].Value != nil
	return foreign.HasWord(fn.Name(), []string{"Must", "must"}) && !constant
}
