package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// keeps reports why what a constructor builds must not outlive the invocation:
// it keeps its context, or a function that changes or closes what was built.
func (s *state) keeps(decl *ast.FuncDecl, n ast.Node) *refusal {
	switch n := n.(type) {
	case *ast.Ident:
		if s.keepsContext(decl, n) {
			return &refusal{decl.Name.Name + " keeps the context of the invocation", n.Pos()}
		}
	case *ast.SelectorExpr:
		return s.keepsCloser(decl, n)
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			return s.keepsChange(decl, n.Lhs)
		}
	case *ast.IncDecStmt:
		return s.keepsChange(decl, []ast.Expr{n.X})
	}
	return nil
}

// keepsContext reports whether the name of a context gets into a struct, a
// function that is kept or started, or a result.
func (s *state) keepsContext(decl *ast.FuncDecl, id *ast.Ident) bool {
	v, ok := s.Info.Uses[id].(*types.Var)
	if !ok || v.IsField() || isGlobal(v) || !isContext(v.Type()) || s.isFreshContext(decl, v) {
		return false
	}
	if lit := s.keptLiteral(decl, id); lit != nil && v.Pos() < lit.Pos() {
		return true
	}
	switch p := s.up(id).(type) {
	case *ast.KeyValueExpr:
		return ast.Unparen(p.Value) == id
	case *ast.CompositeLit, *ast.ReturnStmt, *ast.SendStmt:
		return true
	case *ast.CallExpr:
		_, started := s.up(p).(*ast.GoStmt)
		return started
	case *ast.AssignStmt:
		i := slices.Index(p.Rhs, ast.Expr(id))
		if i < 0 || i >= len(p.Lhs) {
			return false
		}
		_, local := ast.Unparen(p.Lhs[i]).(*ast.Ident)
		return !local
	}
	return false
}

// isFreshContext reports whether v is made by context.Background or TODO.
func (s *state) isFreshContext(decl *ast.FuncDecl, v *types.Var) bool {
	fresh := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok || len(a.Lhs) != 1 || len(a.Rhs) != 1 {
			return true
		}
		id, ok := a.Lhs[0].(*ast.Ident)
		call, called := a.Rhs[0].(*ast.CallExpr)
		if ok && called && s.Info.Defs[id] == v {
			fn := s.callee(call)
			fresh = fn != nil && (fn.FullName() == "context.Background" || fn.FullName() == "context.TODO")
		}
		return !fresh
	})
	return fresh
}

// keepsCloser finds a close method that is kept as a value or called in a
// function that is kept.
func (s *state) keepsCloser(decl *ast.FuncDecl, e *ast.SelectorExpr) *refusal {
	sel := s.Info.Selections[e]
	v := s.rootVar(e.X)
	if sel == nil || sel.Kind() != types.MethodVal || v == nil || !isCloser(e.Sel.Name) {
		return nil
	}
	call, called := s.up(e).(*ast.CallExpr)
	called = called && ast.Unparen(call.Fun) == e
	lit := s.keptLiteral(decl, e)
	if called && (lit == nil || v.Pos() > lit.Pos()) {
		return nil
	}
	return &refusal{decl.Name.Name + " keeps a function that closes " + v.Name(), e.Pos()}
}

// keepsChange finds an assignment, in a function that is kept, to what was
// declared around it, a memo excepted.
func (s *state) keepsChange(decl *ast.FuncDecl, places []ast.Expr) *refusal {
	for _, e := range places {
		v := s.rootVar(e)
		lit := s.keptLiteral(decl, e)
		if v == nil || lit == nil || v.Pos() > lit.Pos() || s.isMemo(e) {
			continue
		}
		return &refusal{decl.Name.Name + " keeps a function that changes " + v.Name(), e.Pos()}
	}
	return nil
}

// rootVar returns the local variable x of x.f[i].g, or nil.
func (s *state) rootVar(e ast.Expr) *types.Var {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.Ident:
			v, ok := s.Info.ObjectOf(x).(*types.Var)
			if !ok || isGlobal(v) {
				return nil
			}
			return v
		default:
			return nil
		}
	}
}

// keptLiteral returns the outermost function literal around n, inside decl,
// that may run after decl has returned.
func (s *state) keptLiteral(decl *ast.FuncDecl, n ast.Node) *ast.FuncLit {
	var kept *ast.FuncLit
	for ; n != nil && n != decl; n = s.parent[n] {
		if lit, ok := n.(*ast.FuncLit); ok && !s.runsWithin(decl, lit) {
			kept = lit
		}
	}
	return kept
}

// runsWithin reports whether a literal only runs while decl does: it is called
// or deferred there, alone or under a name, or given to a function that gives
// nothing back that could keep it.
func (s *state) runsWithin(decl *ast.FuncDecl, lit *ast.FuncLit) bool {
	switch p := s.up(lit).(type) {
	case *ast.CallExpr:
		if _, started := s.up(p).(*ast.GoStmt); started {
			return false
		}
		return ast.Unparen(p.Fun) == lit || s.runsArgument(p)
	case *ast.AssignStmt:
		return len(p.Lhs) == 1 && s.onlyCalled(decl, p.Lhs[0])
	case *ast.ValueSpec:
		return len(p.Names) == 1 && s.onlyCalled(decl, p.Names[0])
	}
	return false
}

// runsArgument reports whether a function that is given to the call runs
// before the call returns.
func (s *state) runsArgument(call *ast.CallExpr) bool {
	fn := s.callee(call)
	if tv := s.Info.Types[call.Fun]; fn == nil || tv.IsType() {
		return false
	}
	if recv := fn.Signature().Recv(); recv != nil {
		if _, ok := collects(recv.Type()); ok {
			return false
		}
	}
	if fn.Pkg() != nil && s.isStd(fn.Pkg()) {
		return !slices.Contains([]string{"context", "time", "net/http", "runtime"}, fn.Pkg().Path())
	}
	results := fn.Signature().Results()
	return results.Len() == 0 || results.Len() == 1 && isError(results.At(0).Type())
}

// onlyCalled reports whether the variable is nothing but called in decl.
func (s *state) onlyCalled(decl *ast.FuncDecl, e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	v := s.Info.ObjectOf(id)
	if !ok || v == nil {
		return false
	}
	only := true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if use, ok := n.(*ast.Ident); ok && s.Info.Uses[use] == v && use != id {
			call, called := s.up(use).(*ast.CallExpr)
			only = only && called && ast.Unparen(call.Fun) == use
		}
		return only
	})
	return only
}
