package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/lambdainit/lambdainit/internal/foreign"
)

// What only one invocation may do.
const (
	closed    = "is closed"
	connected = "is connected on each invocation"
	changed   = "is changed on each invocation"
)

// shared reports why what the flow follows must not be shared by invocations:
// where it is closed, connected or changed on each. What lies in skip goes away.
func (f *flow) shared(name string, skip []ast.Node) *refusal {
	for _, n := range f.state.flowing() {
		if f.state.when(n) != atLarge {
			continue
		}
		if what := f.misuse(n); what != "" && !within(n, skip) {
			return &refusal{name + " " + what, n.Pos()}
		}
	}
	return nil
}

// misuse says what a node does that only the first invocation may do.
func (f *flow) misuse(n ast.Node) string {
	switch n := n.(type) {
	case *ast.SelectorExpr:
		return f.methodMisuse(n)
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE && slices.ContainsFunc(n.Lhs, f.writesInto) {
			return changed
		}
	case *ast.IncDecStmt:
		if f.writesInto(n.X) {
			return changed
		}
	case *ast.RangeStmt:
		if n.Tok == token.ASSIGN && (f.writesInto(n.Key) || n.Value != nil && f.writesInto(n.Value)) {
			return changed
		}
	case *ast.CallExpr:
		if f.changesArgument(n) {
			return changed
		}
		return f.calleeMisuse(n)
	}
	return ""
}

// methodMisuse judges a method of another package by its name; those of this
// package are followed.
func (f *flow) methodMisuse(e *ast.SelectorExpr) string {
	h := f.receiver(e)
	if h == isNot || len(f.methods(e)) > 0 {
		return ""
	}
	name := e.Sel.Name
	if isCloser(name) {
		return closed
	}
	call, called := f.up(e).(*ast.CallExpr)
	if !called || ast.Unparen(call.Fun) != e || h != isIt {
		return ""
	}
	fn, _ := f.Info.Selections[e].Obj().(*types.Func)
	if isStart(fn) {
		return connected
	}
	if _, statement := f.up(call).(*ast.ExprStmt); statement && f.sets(fn, e.X) {
		return changed
	}
	return ""
}

// isStart reports whether the method begins the life of its receiver.
func isStart(fn *types.Func) bool {
	if fn == nil || !slices.Contains([]string{"Connect", "Open", "Start", "Init", "Dial", "Login"}, fn.Name()) {
		return false
	}
	results := fn.Signature().Results()
	return results.Len() == 0 || results.Len() == 1 && isError(results.At(0).Type())
}

// sets reports whether a method of another package, called as a statement,
// changes its receiver and not something remote, which takes a context.
func (f *flow) sets(fn *types.Func, x ast.Expr) bool {
	if harmless, ok := collects(f.Info.TypeOf(x)); ok {
		return !slices.Contains(harmless, fn.Name())
	}
	if fn.Pkg() != nil && fn.Pkg().Path() == "sync" {
		return fn.Name() == "Store" || fn.Name() == "Delete" || fn.Name() == "Clear"
	}
	for p := range fn.Signature().Params().Variables() {
		if isContext(p.Type()) {
			return false
		}
	}
	return isSetter(fn.Name()) || fn.Name() == "Store" && f.isStd(fn.Pkg())
}

// writesInto reports whether an assignment to e changes what it is or refers
// to, unless it fills in what was nil, once.
func (f *flow) writesInto(e ast.Expr) bool { return e != nil && f.reaches(e) && !f.isMemo(e) }

// reaches reports whether the place e lies in it, behind a pointer, or in a map
// or list. Fields of a variable that holds a struct lie in that variable.
func (f *flow) reaches(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.StarExpr:
		return f.holds(e.X) == isIt
	case *ast.IndexExpr:
		if _, array := f.Info.TypeOf(e.X).Underlying().(*types.Array); array {
			return f.reaches(e.X)
		}
		return f.holds(e.X) == isIt
	case *ast.SelectorExpr:
		sel := f.Info.Selections[e]
		if sel == nil {
			return false
		}
		if sel.Indirect() {
			return f.holds(e.X) == isIt
		}
		return f.reaches(e.X)
	}
	return false
}

// changesArgument reports whether a call writes into what it is given: of other
// modules what decodes, sorts and prints, unless into what is their own.
func (f *flow) changesArgument(call *ast.CallExpr) bool {
	if tv := f.Info.Types[call.Fun]; tv.IsBuiltin() {
		id, ok := ast.Unparen(call.Fun).(*ast.Ident)
		return ok && slices.Contains([]string{"delete", "clear", "copy"}, id.Name) && f.holds(call.Args[0]) == isIt
	}
	fn := f.callee(call)
	writers := []string{"Unmarshal", "Decode", "Scan", "Sort", "Fprint", "Fprintf", "Fprintln"}
	if fn == nil || f.foreign || f.ownModule(fn.Pkg()) || !foreign.HasWord(fn.Name(), writers) {
		return false
	}
	return slices.ContainsFunc(call.Args, func(e ast.Expr) bool { return f.holds(e) == isIt })
}
