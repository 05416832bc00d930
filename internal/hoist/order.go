package hoist

import (
	"go/ast"
	"go/types"
	"slices"
)

// Fixes of several functions of a package depend on one another where what
// moves out of one calls another whose own construction has moved to a func
// init: that has to run first. Functions init run in the order of the source.

// runsFixed reports whether u calls a function above whose fix has a func init.
func (d *decl) runsFixed(u *unit) bool {
	return slices.ContainsFunc(d.planner.decls, func(o *decl) bool {
		return o != d && o.hasInit && d.runs(u, o)
	})
}

// runsLater refuses a fix that calls a function below whose fix has a func init.
func (d *decl) runsLater() *refusal {
	if d.mode == Lazy {
		return nil
	}
	for i := slices.Index(d.planner.decls, d) + 1; i < len(d.planner.decls); i++ {
		o := d.planner.decls[i]
		for _, u := range d.moved {
			if o.hasInit && o.fix != nil && d.runs(u, o) {
				return &refusal{"it runs " + o.declName() + ", which is initialised later", u.at.Pos()}
			}
		}
	}
	return nil
}

// runs reports whether u calls the function of o, directly or not.
func (d *decl) runs(u *unit, o *decl) bool {
	fn, ok := o.node.(*ast.FuncDecl)
	if !ok {
		return false
	}
	seen := make(map[*ast.FuncDecl]bool)
	return slices.ContainsFunc(u.exprs, func(e ast.Expr) bool { return d.state.reaches(e, fn, seen) })
}

// reaches reports whether n names target, itself or in the body of a function
// of this package that it names.
func (s *state) reaches(n ast.Node, target *ast.FuncDecl, seen map[*ast.FuncDecl]bool) bool {
	found := false
	ast.Inspect(n, func(m ast.Node) bool {
		id, ok := m.(*ast.Ident)
		if !ok || found {
			return !found
		}
		fn, _ := s.Info.Uses[id].(*types.Func)
		decl := s.funcs[fn]
		if decl == nil || decl.Body == nil || seen[decl] {
			return true
		}
		seen[decl] = true
		found = decl == target || s.reaches(decl.Body, target, seen)
		return !found
	})
	return found
}
