package branch

import (
	"go/ast"
	"go/token"
	"go/types"
)

func (w *walker) assignment(s *ast.AssignStmt) {
	for _, e := range s.Rhs {
		w.effects(e)
	}
	if len(s.Lhs) != len(s.Rhs) {
		w.assign(s.Lhs, w.isKnown(s.Rhs[0]))
		return
	}
	for i, e := range s.Lhs {
		known := w.isKnown(s.Rhs[i])
		if s.Tok != token.ASSIGN && s.Tok != token.DEFINE {
			known = known && w.isKnown(e)
		}
		w.assign([]ast.Expr{e}, known)
	}
}

func (w *walker) declaration(s *ast.DeclStmt) {
	for _, spec := range s.Decl.(*ast.GenDecl).Specs {
		v, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, id := range v.Names {
			switch len(v.Values) {
			case 0:
				w.set(id, true)
			case len(v.Names):
				w.effects(v.Values[i])
				w.set(id, w.isKnown(v.Values[i]))
			default:
				w.set(id, w.isKnown(v.Values[0]))
			}
		}
	}
}

// assign notes that each of the operands gets a value that is known or not. A
// part of a variable makes it unknown at most.
func (w *walker) assign(to []ast.Expr, known bool) {
	for _, e := range to {
		if e == nil {
			continue
		}
		if id, ok := ast.Unparen(e).(*ast.Ident); ok {
			w.set(id, known)
		} else if id := root(e); id != nil && !known {
			w.set(id, false)
		}
	}
}

func (w *walker) set(id *ast.Ident, known bool) {
	if obj := w.info.ObjectOf(id); obj != nil {
		w.known[obj] = known && !w.closed[obj]
	}
}

// effects notes what calls in e may store where: something unknown, in what
// their other operands refer to.
func (w *walker) effects(e ast.Expr) {
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if !w.isKnown(n) {
				w.spoil(n)
			}
		}
		return true
	})
}

// spoil makes what the call can store into unknown: its receiver, and what it
// is given the address of.
func (w *walker) spoil(call *ast.CallExpr) {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && w.info.Selections[sel] != nil {
		w.assign([]ast.Expr{sel}, false)
	}
	for _, arg := range call.Args {
		if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND {
			if id := root(u.X); id != nil {
				w.set(id, false)
			}
		}
	}
}

// isKnown reports whether nothing in e may hold the event.
func (w *walker) isKnown(e ast.Expr) bool {
	known := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			known = known && !w.readsContext(n)
		case *ast.UnaryExpr:
			known = known && n.Op != token.ARROW
		case *ast.Ident:
			known = known && w.isKnownName(n, e)
		}
		if e, ok := n.(ast.Expr); ok && known && isContext(w.info.TypeOf(e)) {
			return false // r.Context() tells nothing of r
		}
		return known
	})
	return known
}

// isKnownName reports whether what id denotes is known; what is declared
// inside of e is judged by what it gets there.
func (w *walker) isKnownName(id *ast.Ident, e ast.Expr) bool {
	v, ok := w.info.ObjectOf(id).(*types.Var)
	switch {
	case !ok || v.IsField() || v.Pkg() != nil && v.Parent() == v.Pkg().Scope():
		return true
	case e.Pos() <= v.Pos() && v.Pos() < e.End():
		return true
	}
	return w.known[v] || isContext(v.Type())
}

// readsContext reports whether the call takes values, which may come from the
// event, out of a context (E1).
func (w *walker) readsContext(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	if w.info.Selections[sel] != nil {
		return isContext(w.info.TypeOf(sel.X))
	}
	fn, ok := w.info.Uses[sel.Sel].(*types.Func)
	return ok && fn.FullName() == "github.com/aws/aws-lambda-go/lambdacontext.FromContext"
}

func isContext(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "Context" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context"
}

// root returns the x of x.f[i].g, or nil.
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return nil
		}
	}
}
