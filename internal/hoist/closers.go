package hoist

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/foreign"
)

// isCloser reports whether a method of this name ends the life of its receiver.
func isCloser(name string) bool {
	return isPlainCloser(name) || slices.Contains([]string{
		"Shutdown", "Stop", "Quit", "Terminate", "Logout", "Release", "Destroy", "Free", "Kill", "CloseNow",
	}, name)
}

// isPlainCloser reports whether the method only gives back what was built,
// so that it can go away with a hoist (F3). Others also send what is pending.
func isPlainCloser(name string) bool { return name == "Close" || name == "Disconnect" }

// closing returns the deferred statement that does nothing but close the
// variable that id names, or why there is none.
func (d *decl) closing(id *ast.Ident) (ast.Stmt, *refusal) {
	call, name := d.methodCall(d.reference(id))
	closed := &refusal{id.Name + " is closed", id.Pos()}
	if d.reference(id) != id || !isPlainCloser(name) {
		closed.why = "what " + id.Name + " holds is shut down"
		return nil, closed
	}
	stmt := d.stmtOf(call)
	for n := ast.Node(call); n != nil; n = d.parent[n] {
		if def, ok := n.(*ast.DeferStmt); ok {
			stmt = def
			break
		}
	}
	def, ok := stmt.(*ast.DeferStmt)
	if !ok || d.listOf(def) == nil {
		return nil, closed
	}
	if def.Call == call {
		return def, nil
	}
	lit, ok := ast.Unparen(def.Call.Fun).(*ast.FuncLit)
	if !ok || !d.onlyCloses(lit.Body, call) {
		return nil, closed
	}
	return def, nil
}

// onlyCloses reports whether the body makes the call, reports its error and
// does nothing else.
func (d *decl) onlyCloses(body *ast.BlockStmt, closer *ast.CallExpr) bool {
	only := true
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			only = only && (n == closer || d.isReport(n))
		case *ast.GoStmt, *ast.DeferStmt, *ast.ForStmt, *ast.RangeStmt, *ast.SendStmt, *ast.FuncLit, *ast.IncDecStmt:
			only = false
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				v := d.localVar(e)
				only = only && (isBlank(e) || v != nil && isError(v.Type()))
			}
		}
		return only
	})
	return only
}

// isReport reports whether the call says something about an error: it logs,
// formats, joins, panics or ends the program.
func (d *decl) isReport(call *ast.CallExpr) bool {
	if tv := d.Info.Types[call.Fun]; tv.IsBuiltin() || tv.IsType() {
		return true
	}
	fn := d.callee(call)
	if fn == nil {
		return false
	}
	if fn.Pkg() == nil || isFatal(fn) || d.repeatable(fn) || logs(fn) {
		return true
	}
	return slices.Contains([]string{"log", "log/slog", "fmt", "errors"}, fn.Pkg().Path())
}

// logs reports whether a function has the name of one that only says something.
func logs(fn *types.Func) bool {
	return foreign.HasWord(fn.Name(), []string{"Print", "Printf", "Println", "Debug", "Debugf", "Info", "Infof",
		"Warn", "Warnf", "Error", "Errorf", "Err", "Msg", "Msgf", "Log"})
}

// returnUse refuses a value that is returned to other packages if it can be
// closed: what they do with it is not seen.
func (d *decl) returnUse(e ast.Expr, name string) *refusal {
	ret, ok := d.up(e).(*ast.ReturnStmt)
	fn, isFunc := d.node.(*ast.FuncDecl)
	if !ok || !isFunc || d.funcLitOf(ret) != nil {
		return nil
	}
	if fn.Name.IsExported() && d.Pkg.Name() != "main" && hasCloser(d.Info.TypeOf(e)) {
		return &refusal{name + " is returned to other packages, which may close it", ret.Pos()}
	}
	return nil
}

// funcLitOf returns the innermost function literal around n, or nil.
func (d *decl) funcLitOf(n ast.Node) *ast.FuncLit {
	for ; n != nil; n = d.parent[n] {
		if lit, ok := n.(*ast.FuncLit); ok {
			return lit
		}
	}
	return nil
}

// hasCloser reports whether the type, or a struct it points to, has a method
// that closes it.
func hasCloser(t types.Type) bool {
	set := types.NewMethodSet(t)
	for i := range set.Len() {
		if name := set.At(i).Obj().Name(); isCloser(name) && !strings.HasPrefix(name, "Re") {
			return true
		}
	}
	return false
}

// pkgOf returns the package that declares the type or what it points to.
func pkgOf(t types.Type) *types.Package {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Pkg()
	}
	return nil
}
