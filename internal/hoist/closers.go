package hoist

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
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
	if fn.Pkg() == nil || isFatal(fn) || d.repeatable(fn) {
		return true
	}
	switch fn.Pkg().Path() {
	case "log", "log/slog", "fmt", "errors":
		return true
	}
	return hasWordPrefix(fn.Name(), []string{"Print", "Printf", "Println", "Debug", "Debugf", "Info", "Infof",
		"Warn", "Warnf", "Error", "Errorf", "Err", "Msg", "Msgf", "Log"})
}

// handedToCloser returns the refusal if the operand is an argument of a
// function of this package that closes it.
func (d *decl) handedToCloser(e ast.Expr, name string) *refusal {
	call, ok := d.up(e).(*ast.CallExpr)
	if !ok {
		return nil
	}
	fn := d.callee(call)
	decl := d.state.funcs[fn]
	if decl == nil || decl.Body == nil {
		return nil
	}
	for i, arg := range call.Args {
		if ast.Unparen(arg) != e || i >= fn.Signature().Params().Len() {
			continue
		}
		if at := d.closedIn(decl.Body, fn.Signature().Params().At(i)); at != nil {
			return &refusal{name + " is closed in " + fn.Name(), at.Pos()}
		}
	}
	return nil
}

// closedIn returns a call that closes v or a part of it inside root.
func (d *decl) closedIn(root ast.Node, v types.Object) ast.Node {
	var found ast.Node
	ast.Inspect(root, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && d.Info.ObjectOf(id) == v {
			if _, name := d.methodCall(d.reference(id)); name != "" && isCloser(name) {
				found = id
			}
		}
		return found == nil
	})
	return found
}

// heldByCloser returns the refusal if the value at e becomes part of another
// variable that is closed: repo := NewRepo(db); defer repo.Close().
func (d *decl) heldByCloser(e ast.Expr, name string) *refusal {
	given := false // to a call, whose result is what is assigned
	for n, p := ast.Node(e), d.parent[e]; p != nil; n, p = p, d.parent[p] {
		switch p := p.(type) {
		case *ast.CallExpr:
			if p.Fun == n {
				return nil
			}
			given = true
		case *ast.SelectorExpr, *ast.FuncLit:
			return nil
		case *ast.AssignStmt:
			return d.closedHolder(p.Lhs, e, name, given)
		case *ast.ValueSpec:
			var names []ast.Expr
			for _, id := range p.Names {
				names = append(names, id)
			}
			return d.closedHolder(names, e, name, given)
		case ast.Stmt:
			return nil
		}
	}
	return nil
}

// closedHolder looks for a variable that takes the value at e and is closed.
// Results of calls whose type comes from the package of the value's type hold
// it not, they are what it gives: rows, responses.
func (d *decl) closedHolder(holders []ast.Expr, e ast.Expr, name string, given bool) *refusal {
	for _, h := range holders {
		root := ast.Unparen(h)
		if sel, ok := root.(*ast.SelectorExpr); ok {
			root = ast.Unparen(sel.X)
		}
		v := d.localVar(root)
		if v == nil || isError(v.Type()) || given && pkgOf(v.Type()) == pkgOf(firstType(d.Info.TypeOf(e))) {
			continue
		}
		if at := d.closedIn(d.node, v); at != nil {
			return &refusal{v.Name() + ", which holds " + name + ", is closed", at.Pos()}
		}
	}
	return nil
}

// closedByCallers returns the refusal if the value at e is returned and a
// caller in this package closes it, or callers elsewhere can.
func (d *decl) closedByCallers(e ast.Expr, name string) *refusal {
	ret, ok := d.up(e).(*ast.ReturnStmt)
	fn, isFunc := d.node.(*ast.FuncDecl)
	if !ok || !isFunc || d.funcLitOf(ret) != nil {
		return nil
	}
	if fn.Name.IsExported() && d.Pkg.Name() != "main" && hasCloser(d.Info.TypeOf(e)) {
		return &refusal{name + " is returned to other packages, which may close it", ret.Pos()}
	}
	obj, _ := d.Info.Defs[fn.Name].(*types.Func)
	for _, call := range d.state.callers(obj) {
		if at := d.closesResult(call); at != nil {
			return &refusal{name + " is closed by a caller", at.Pos()}
		}
	}
	return nil
}

// closesResult returns where the variables that take the call's results are closed.
func (d *decl) closesResult(call *ast.CallExpr) ast.Node {
	p, ok := d.up(call).(*ast.AssignStmt)
	caller := d.funcOf(call)
	if !ok || caller == nil {
		return nil
	}
	for _, e := range p.Lhs {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok || id.Name == "_" || isError(d.Info.TypeOf(id)) {
			continue
		}
		if at := d.closedIn(caller, d.Info.ObjectOf(id)); at != nil {
			return at
		}
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
