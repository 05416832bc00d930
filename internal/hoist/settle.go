package hoist

import (
	"go/ast"
	"go/token"
)

// settledChange reports why a statement is more than a change of variables
// that move by values that are settled: cfg.Region = "…", if p == "" { p = "80" }.
func (d *decl) settledChange(u *unit, s ast.Stmt) *refusal {
	return (&settler{d, u, s}).change(s)
}

// A settler checks the statement root, which is to move along with u.
type settler struct {
	*decl
	u    *unit
	root ast.Stmt
}

// needs is need for a part of the statement; what that declares is there.
func (c *settler) needs(e ast.Expr) *refusal {
	var found *refusal
	ast.Inspect(e, func(m ast.Node) bool {
		if found == nil && m != nil {
			found = c.needNode(c.u, c.root, m)
		}
		return found == nil && !c.isRequestContext(m)
	})
	return found
}

func (c *settler) change(s ast.Stmt) *refusal {
	switch s := s.(type) {
	case *ast.AssignStmt:
		return c.assign(s)
	case *ast.IncDecStmt:
		return c.target(s.X)
	case *ast.ExprStmt:
		return c.call(s)
	case *ast.BlockStmt:
		return c.list(s.List)
	case *ast.IfStmt:
		return c.ifElse(s)
	case *ast.SwitchStmt:
		return c.choice(s)
	}
	return &refusal{"a statement is more than a settled change", s.Pos()}
}

func (c *settler) list(list []ast.Stmt) *refusal {
	for _, s := range list {
		if r := c.change(s); r != nil {
			return r
		}
	}
	return nil
}

func (c *settler) ifElse(s *ast.IfStmt) *refusal {
	if s.Init != nil {
		if r := c.change(s.Init); r != nil {
			return r
		}
	}
	if r := c.needs(s.Cond); r != nil {
		return r
	}
	if r := c.list(s.Body.List); r != nil || s.Else == nil {
		return r
	}
	return c.change(s.Else)
}

func (c *settler) choice(s *ast.SwitchStmt) *refusal {
	if s.Init != nil {
		if r := c.change(s.Init); r != nil {
			return r
		}
	}
	if s.Tag != nil {
		if r := c.needs(s.Tag); r != nil {
			return r
		}
	}
	for _, stmt := range s.Body.List {
		clause := stmt.(*ast.CaseClause)
		for _, e := range clause.List {
			if r := c.needs(e); r != nil {
				return r
			}
		}
		if r := c.list(clause.Body); r != nil {
			return r
		}
	}
	return nil
}

func (c *settler) assign(s *ast.AssignStmt) *refusal {
	if s.Tok == token.DEFINE {
		if s == c.root {
			return &refusal{"a statement is more than a settled change", s.Pos()}
		}
	} else if r := c.targets(s.Lhs); r != nil {
		return r
	}
	for _, e := range s.Rhs {
		if r := c.needs(e); r != nil {
			return r
		}
	}
	return nil
}

func (c *settler) targets(list []ast.Expr) *refusal {
	for _, e := range list {
		if r := c.target(e); r != nil {
			return r
		}
	}
	return nil
}

// target accepts what a change may assign to: variables that move.
func (c *settler) target(e ast.Expr) *refusal {
	if isBlank(e) {
		return nil
	}
	root := ast.Unparen(e)
	for {
		switch x := root.(type) {
		case *ast.SelectorExpr:
			root = ast.Unparen(x.X)
			continue
		case *ast.IndexExpr:
			if r := c.needs(x.Index); r != nil {
				return r
			}
			root = ast.Unparen(x.X)
			continue
		}
		break
	}
	if c.localVar(root) == nil {
		return &refusal{"a statement changes more than what moves", e.Pos()}
	}
	return c.needs(root)
}

// call accepts x.SetRegion("…") and middlewares that are added to a
// configuration that moves.
func (c *settler) call(s *ast.ExprStmt) *refusal {
	call, ok := s.X.(*ast.CallExpr)
	if !ok {
		return &refusal{"a statement is more than a settled change", s.Pos()}
	}
	if c.instrument(call) == "" {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || c.Info.Selections[sel] == nil || !isSetter(sel.Sel.Name) && !c.collected(sel) {
			return &refusal{"a statement is more than a settled change", s.Pos()}
		}
		if r := c.target(sel.X); r != nil {
			return r
		}
	}
	for _, arg := range call.Args {
		if r := c.needs(arg); r != nil {
			return r
		}
	}
	return nil
}

// collected reports whether a method of a collector is selected.
func (c *settler) collected(sel *ast.SelectorExpr) bool {
	_, ok := collects(c.Info.TypeOf(sel.X))
	return ok
}
