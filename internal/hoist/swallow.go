package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// swallowed returns a call of the function in this package whose error goes no
// further, or token.NoPos: what fails there must not end the program (F4).
func (d *decl) swallowed() token.Pos {
	fn, ok := d.node.(*ast.FuncDecl)
	if !ok {
		return token.NoPos
	}
	obj, _ := d.Info.Defs[fn.Name].(*types.Func)
	if obj == nil || !returnsError(obj) {
		return token.NoPos
	}
	for _, call := range d.state.callers(obj) {
		if d.swallows(call) {
			return call.Pos()
		}
	}
	return token.NoPos
}

func returnsError(fn *types.Func) bool {
	results := fn.Signature().Results()
	return results.Len() > 0 && isError(results.At(results.Len()-1).Type())
}

// swallows reports whether the error of a call is dropped, or only written down.
func (d *decl) swallows(call *ast.CallExpr) bool {
	switch p := d.up(call).(type) {
	case *ast.ExprStmt, *ast.GoStmt, *ast.DeferStmt:
		return true
	case *ast.AssignStmt:
		err, ok := ast.Unparen(p.Lhs[len(p.Lhs)-1]).(*ast.Ident)
		if !ok || len(p.Rhs) != 1 {
			return false
		}
		if err.Name == "_" {
			return true
		}
		test := d.testOf(p)
		return test != nil && !d.passesOn(test.Body)
	}
	return false
}

// testOf returns the "if err != nil" that follows an assignment, or nil.
func (d *decl) testOf(assign *ast.AssignStmt) *ast.IfStmt {
	test, ok := d.parent[assign].(*ast.IfStmt)
	if block, inBlock := d.parent[assign].(*ast.BlockStmt); inBlock {
		i := slices.Index(block.List, ast.Stmt(assign))
		if i < 0 || i+1 == len(block.List) {
			return nil
		}
		test, ok = block.List[i+1].(*ast.IfStmt)
	}
	if !ok || !d.isErrorTest(test.Cond) || ast.Unparen(test.Cond).(*ast.BinaryExpr).Op != token.NEQ {
		return nil
	}
	return test
}

// passesOn reports whether what handles an error returns one, or ends the program.
func (d *decl) passesOn(body *ast.BlockStmt) bool {
	passes := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			passes = passes || len(n.Results) > 0 && !isNil(n.Results[len(n.Results)-1])
		case *ast.CallExpr:
			fn := d.callee(n)
			id, _ := ast.Unparen(n.Fun).(*ast.Ident)
			passes = passes || fn != nil && isFatal(fn) || id != nil && d.Info.Uses[id] == types.Universe.Lookup("panic")
		}
		return !passes
	})
	return passes
}

func isNil(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && id.Name == "nil"
}
