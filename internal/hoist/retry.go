package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// A once function gives the same error each time, and func init makes one
// attempt. Where an error leads back to the same call, to try again, that
// makes the attempts useless (F4, F6).

// triedAgain refuses u if it is built anew when it has failed.
func (d *decl) triedAgain(u *unit) *refusal {
	if !d.holdsSite(u) || len(u.exprs) != 1 || !fails(d.Info.TypeOf(u.exprs[0])) {
		return nil
	}
	call, ok := ast.Unparen(u.exprs[0]).(*ast.CallExpr)
	if !ok {
		return nil
	}
	at := (&retries{decl: d, seen: make(map[ast.Node]bool)}).leadsBack(call, true)
	if !at.IsValid() {
		return nil
	}
	return &refusal{"it is tried again when it fails", at}
}

// fails reports whether the last of several results says whether the call
// succeeded: an error or a bool.
func fails(t types.Type) bool {
	tuple, ok := t.(*types.Tuple)
	return ok && tuple.Len() > 1 && saysFailed(lastType(t))
}

// lastType returns the type of the last of several values.
func lastType(t types.Type) types.Type {
	list := resultTypes(t)
	return list[len(list)-1]
}

// saysFailed reports whether a value of type t, as a result, says that
// something failed.
func saysFailed(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Kind() == types.Bool || isFailure(t)
}

// isFailure reports whether t is a type of errors.
func isFailure(t types.Type) bool {
	return types.Implements(t, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

// examineFailure refuses what says in another way than by an error that it
// failed: no panic keeps that, and it would have failed for good.
func (d *decl) examineFailure(u *unit) *refusal {
	if len(u.exprs) != 1 || !d.holdsSite(u) {
		return nil
	}
	t := d.Info.TypeOf(u.exprs[0])
	if !fails(t) || isError(lastType(t)) {
		return nil
	}
	return &refusal{"its last result says whether it failed, and is no error", u.exprs[0].Pos()}
}

// retries looks for what leads back to a call.
type retries struct {
	*decl
	seen map[ast.Node]bool // function literals, declarations and calls
}

// leadsBack returns where the loop, or the function that gets a callback,
// stands that runs the call again when it has failed. A loop over the records
// of an event, around the call of a function that builds among other things,
// goes on with the next: that is no attempt at the same.
func (r *retries) leadsBack(call *ast.CallExpr, itself bool) token.Pos {
	if r.seen[call] {
		return token.NoPos
	}
	r.seen[call] = true
	ends, out := r.failure(call)
	if at := r.jumpBack(call); at.IsValid() && !ends {
		return at
	}
	for n := ast.Node(call); n != nil; n = r.parent[n] {
		switch p := r.parent[n].(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if !ends && out != p && r.repeats(p, n) && (itself || !r.goesOn(p, call)) {
				return p.Pos()
			}
		case *ast.FuncLit:
			return r.literal(p)
		case *ast.FuncDecl:
			return r.declared(p)
		}
	}
	return token.NoPos
}

// repeats reports whether the loop runs a part of it again.
func (r *retries) repeats(loop, part ast.Node) bool {
	switch loop := loop.(type) {
	case *ast.ForStmt:
		return loop.Init != part
	case *ast.RangeStmt:
		return loop.X != part
	}
	return false
}

// goesOn reports whether each round of the loop makes the call for something
// else: it ranges over things, or the call is given what the loop declares.
func (r *retries) goesOn(loop ast.Node, call *ast.CallExpr) bool {
	if loop, ok := loop.(*ast.RangeStmt); ok {
		basic, counts := r.Info.TypeOf(loop.X).Underlying().(*types.Basic)
		if !counts || basic.Info()&types.IsInteger == 0 {
			return true
		}
	}
	found := false
	for _, arg := range call.Args {
		ast.Inspect(arg, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				v := r.localVar(id)
				found = found || v != nil && !isContext(v.Type()) && loop.Pos() <= v.Pos() && v.Pos() < call.Pos()
			}
			return !found
		})
	}
	return found
}

// failure tells what comes of a failed call: it ends the function, or it
// leaves the loop out.
func (r *retries) failure(call *ast.CallExpr) (ends bool, out ast.Node) {
	stmt := r.stmtOf(call)
	if _, ok := stmt.(*ast.ReturnStmt); ok {
		return true, nil
	}
	check, ok := stmt.(*ast.IfStmt)
	if !ok || check.Init == nil || !within(call, []ast.Node{check.Init}) {
		if check, ok = r.next(stmt).(*ast.IfStmt); !ok {
			return false, nil
		}
	}
	if !r.testsFailure(check.Cond) || r.goesBack(check.Body) || len(check.Body.List) == 0 {
		return false, nil
	}
	switch last := check.Body.List[len(check.Body.List)-1].(type) {
	case *ast.BranchStmt:
		if last.Tok == token.BREAK && last.Label == nil {
			return false, r.breaks(check)
		}
		return false, nil
	default:
		return r.leaves(check.Body), nil
	}
}

// testsFailure reports whether cond is err != nil or !ok.
func (r *retries) testsFailure(cond ast.Expr) bool {
	switch c := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		return c.Op == token.NEQ && (r.Info.Types[c.X].IsNil() || r.Info.Types[c.Y].IsNil())
	case *ast.UnaryExpr:
		return c.Op == token.NOT
	}
	return false
}

// goesBack reports whether the block may begin a loop anew.
func (r *retries) goesBack(b *ast.BlockStmt) bool {
	found := false
	ast.Inspect(b, func(n ast.Node) bool {
		branch, ok := n.(*ast.BranchStmt)
		found = found || ok && (branch.Tok == token.CONTINUE || branch.Tok == token.GOTO)
		return !found
	})
	return found
}

// breaks returns what a break at n leaves.
func (r *retries) breaks(n ast.Node) ast.Node {
	for ; n != nil; n = r.parent[n] {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			return n
		}
	}
	return nil
}

// jumpBack returns the goto behind the call that leads to a label before it.
func (r *retries) jumpBack(call *ast.CallExpr) token.Pos {
	at := token.NoPos
	labels := make(map[types.Object]token.Pos)
	fn := ast.Node(r.funcOf(call))
	if r.funcOf(call) == nil {
		return at
	}
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.LabeledStmt:
			labels[r.Info.Defs[n.Label]] = n.Pos()
		case *ast.BranchStmt:
			to, ok := labels[r.Info.Uses[n.Label]]
			if n.Tok == token.GOTO && ok && to <= call.Pos() && call.End() <= n.Pos() {
				at = n.Pos()
			}
		}
		return !at.IsValid()
	})
	return at
}

// literal looks at what is done with a function literal.
func (r *retries) literal(lit *ast.FuncLit) token.Pos {
	sig, ok := r.Info.TypeOf(lit).(*types.Signature)
	if !ok || !resultFails(sig) || r.seen[lit] {
		return token.NoPos
	}
	r.seen[lit] = true
	switch p := r.up(lit).(type) {
	case *ast.CallExpr:
		return r.callback(p, lit, sig)
	case *ast.AssignStmt:
		if len(p.Lhs) == len(p.Rhs) {
			return r.variable(p.Lhs[slices.IndexFunc(p.Rhs, func(e ast.Expr) bool { return ast.Unparen(e) == lit })], sig)
		}
	case *ast.ValueSpec:
		if len(p.Names) == 1 {
			return r.variable(p.Names[0], sig)
		}
	}
	return token.NoPos
}

func resultFails(sig *types.Signature) bool {
	n := sig.Results().Len()
	return n > 0 && saysFailed(sig.Results().At(n-1).Type())
}

// variable looks at the uses of a local variable that holds a function.
func (r *retries) variable(e ast.Expr, sig *types.Signature) token.Pos {
	v := r.localVar(e)
	if v == nil {
		return token.NoPos
	}
	return r.uses(v, sig)
}

// declared looks at the uses of a function of this package.
func (r *retries) declared(fn *ast.FuncDecl) token.Pos {
	obj, ok := r.Info.Defs[fn.Name].(*types.Func)
	if !ok || !resultFails(obj.Signature()) || r.seen[fn] {
		return token.NoPos
	}
	r.seen[fn] = true
	return r.uses(obj, obj.Signature())
}

// uses looks at the calls of a function, and at what it is handed to.
func (r *retries) uses(obj types.Object, sig *types.Signature) token.Pos {
	at := token.NoPos
	for _, f := range r.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok || r.Info.Uses[id] != obj {
				return !at.IsValid()
			}
			var fun ast.Expr = id
			if sel, ok := r.parent[id].(*ast.SelectorExpr); ok && sel.Sel == id {
				fun = sel
			}
			if call, ok := r.up(fun).(*ast.CallExpr); ok {
				at = r.callback(call, fun, sig)
			}
			return !at.IsValid()
		})
		if at.IsValid() {
			break
		}
	}
	return at
}

// callback looks at a call of fun, or one that gets it as an argument. Nothing
// is known of the functions of other modules: a callback that only fails is
// one to try again, unless it is a handler.
func (r *retries) callback(call *ast.CallExpr, fun ast.Expr, sig *types.Signature) token.Pos {
	if ast.Unparen(call.Fun) == fun {
		return r.leadsBack(call, false)
	}
	fn := r.callee(call)
	if fn == nil {
		return token.NoPos
	}
	if decl := r.state.funcs[fn]; decl != nil {
		i := slices.IndexFunc(call.Args, func(e ast.Expr) bool { return ast.Unparen(e) == fun })
		if i >= 0 && i < fn.Signature().Params().Len() {
			return r.uses(fn.Signature().Params().At(i), sig)
		}
		return token.NoPos
	}
	_, literal := ast.Unparen(fun).(*ast.FuncLit)
	if r.runsOnce(fn) || r.registers(call) || !onlyFails(sig, literal) {
		return token.NoPos
	}
	return call.Pos()
}

// registers reports whether the call stands where handlers are given to what
// runs them.
func (r *retries) registers(call *ast.CallExpr) bool {
	fn := r.funcOf(call)
	return fn == nil || r.funcLitOf(call) == nil && r.state.when(call) != atLarge
}

// runsOnce reports whether a function of another package calls what it is
// given once, or is an entry point.
func (r *retries) runsOnce(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return true
	}
	path := fn.Pkg().Path()
	return r.isStd(fn.Pkg()) || slices.ContainsFunc(onceRunners, func(p string) bool { return strings.HasPrefix(path, p) })
}

// onceRunners are the modules whose functions call what they are given once,
// and that with entry points.
var onceRunners = []string{"github.com/aws/aws-lambda-go/", "golang.org/x/sync/", "github.com/aws/aws-xray-sdk-go/"}

// onlyFails reports whether a function takes nothing and gives nothing but
// whether it failed. A literal may take a context; a declared function that
// does is rather a handler.
func onlyFails(sig *types.Signature, literal bool) bool {
	params := sig.Params()
	return sig.Results().Len() == 1 && (params.Len() == 0 || literal && params.Len() == 1 && isContext(params.At(0).Type()))
}
