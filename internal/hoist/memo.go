package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
)

// isMemo reports whether e is assigned only where it is found nil, with a
// value that comes from no parameter, or in the function of a once.
func (pl *planner) isMemo(e ast.Expr) bool {
	place := pl.placeOf(e)
	if place == nil || isError(place.Type()) || pl.fromParameter(e) {
		return false
	}
	if pl.inOnce(e) {
		return true
	}
	found := false
	ast.Inspect(pl.enclosing(e), func(n ast.Node) bool {
		if test, ok := n.(*ast.IfStmt); ok && test.Pos() < e.Pos() {
			found = found || pl.guards(test, e, place)
		}
		return !found
	})
	return found
}

// placeOf returns the variable or field that e names, or nil.
func (pl *planner) placeOf(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return pl.Info.ObjectOf(e)
	case *ast.SelectorExpr:
		return pl.Info.ObjectOf(e.Sel)
	}
	return nil
}

// guards reports whether e is only reached if the test finds the place nil.
func (pl *planner) guards(test *ast.IfStmt, e ast.Expr, place types.Object) bool {
	op := token.NEQ
	if within(e, []*ast.BlockStmt{test.Body}) {
		op = token.EQL
	} else if !endsInReturn(test.Body) {
		return false
	}
	found := false
	ast.Inspect(test.Cond, func(n ast.Node) bool {
		if b, ok := n.(*ast.BinaryExpr); ok && b.Op == op {
			found = found || pl.placeOf(b.X) == place && pl.Info.Types[b.Y].IsNil()
		}
		return !found
	})
	return found
}

// endsInReturn reports whether a block ends with a return.
func endsInReturn(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	_, ok := b.List[len(b.List)-1].(*ast.ReturnStmt)
	return ok
}

// fromParameter reports whether what is assigned to e names a parameter other
// than a context.
func (pl *planner) fromParameter(e ast.Expr) bool {
	a, ok := pl.up(e).(*ast.AssignStmt)
	if !ok || a.Tok != token.ASSIGN {
		return true
	}
	found := false
	for _, rhs := range a.Rhs {
		ast.Inspect(rhs, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				v, ok := pl.Info.ObjectOf(id).(*types.Var)
				found = found || ok && v.Kind() == types.ParamVar && !isContext(v.Type())
			}
			return !found
		})
	}
	return found
}

// enclosing returns the innermost function around n.
func (pl *planner) enclosing(n ast.Node) ast.Node {
	for ; n != nil; n = pl.parent[n] {
		switch n.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return n
		}
	}
	return nil
}

// inOnce reports whether n lies in a literal that is given to sync.Once.Do.
func (pl *planner) inOnce(n ast.Node) bool {
	for ; n != nil; n = pl.parent[n] {
		if lit, ok := n.(*ast.FuncLit); ok {
			call, ok := pl.up(lit).(*ast.CallExpr)
			if !ok {
				return false
			}
			fn := pl.callee(call)
			return fn != nil && fn.FullName() == "(*sync.Once).Do"
		}
	}
	return false
}
