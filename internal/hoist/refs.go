package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// A use says what is done with a variable in one place.
type use int

const (
	read     use = iota
	write        // x = …, x++, for x = range
	change       // x.f = …, x[i]++, x.SetRegion(…) as a statement
	address      // &x, &x.f, a method with pointer receiver of a value
	closeUse     // x.Close()
)

// index fills parent and globals from the syntax of the package.
func (pl *planner) index(file *ast.File) {
	var stack []ast.Node
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		if len(stack) > 0 {
			pl.parent[n] = stack[len(stack)-1]
		}
		stack = append(stack, n)
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := pl.Info.Uses[id].(*types.Var); ok && isGlobal(v) {
				pl.globals[v] = append(pl.globals[v], id)
			}
		}
		return true
	})
}

// isGlobal reports whether v is a package variable, of any package.
func isGlobal(v *types.Var) bool {
	return !v.IsField() && v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
}

// up returns the parent of n, parentheses left out.
func (pl *planner) up(n ast.Node) ast.Node {
	p := pl.parent[n]
	for {
		paren, ok := p.(*ast.ParenExpr)
		if !ok {
			return p
		}
		p = pl.parent[paren]
	}
}

// funcOf returns the top-level function declaration around n, or nil.
func (pl *planner) funcOf(n ast.Node) *ast.FuncDecl {
	for ; n != nil; n = pl.parent[n] {
		if fn, ok := n.(*ast.FuncDecl); ok {
			return fn
		}
	}
	return nil
}

// useOf classifies a reference of a variable; its definition is a write.
func (pl *planner) useOf(id *ast.Ident) use {
	place := pl.reference(id)
	switch p := pl.up(place).(type) {
	case *ast.AssignStmt:
		if !isOneOf(p.Lhs, place) {
			break
		}
		if ast.Unparen(place) == id {
			return write
		}
		return change
	case *ast.IncDecStmt:
		if place == id {
			return write
		}
		return change
	case *ast.RangeStmt:
		if p.Key == place || p.Value == place {
			return write
		}
	case *ast.UnaryExpr:
		if p.Op == token.AND {
			return address
		}
	}
	return pl.methodUse(place)
}

func isOneOf(list []ast.Expr, e ast.Expr) bool {
	for _, l := range list {
		if ast.Unparen(l) == e {
			return true
		}
	}
	return false
}

// reference returns the largest operand x.f[i].g around x; methods end it.
func (pl *planner) reference(id *ast.Ident) ast.Expr {
	var e ast.Expr = id
	for {
		switch p := pl.up(e).(type) {
		case *ast.SelectorExpr:
			if sel := pl.Info.Selections[p]; sel == nil || sel.Kind() != types.FieldVal {
				return e
			}
			e = p
		case *ast.IndexExpr:
			if ast.Unparen(p.X) != e {
				return e
			}
			e = p
		case *ast.SliceExpr:
			if ast.Unparen(p.X) != e {
				return e
			}
			e = p
		case *ast.StarExpr:
			e = p
		default:
			return e
		}
	}
}

// methodUse classifies calls of methods on the variable or a part of it.
func (pl *planner) methodUse(place ast.Expr) use {
	call, name := pl.methodCall(place)
	if call == nil {
		return read
	}
	_, statement := pl.up(call).(*ast.ExprStmt)
	harmless, collects := collects(pl.Info.TypeOf(place))
	switch {
	case isCloser(name):
		return closeUse
	case statement && isSetter(name), collects && !slices.Contains(harmless, name):
		return change
	case pl.takesAddress(place):
		return address
	}
	return read
}

// methodCall returns the call x.M(…) on the operand itself, and M.
func (pl *planner) methodCall(x ast.Expr) (*ast.CallExpr, string) {
	sel, ok := pl.up(x).(*ast.SelectorExpr)
	if !ok {
		return nil, ""
	}
	if s := pl.Info.Selections[sel]; s == nil || s.Kind() != types.MethodVal {
		return nil, ""
	}
	call, ok := pl.up(sel).(*ast.CallExpr)
	if !ok || ast.Unparen(call.Fun) != sel {
		return nil, ""
	}
	return call, sel.Sel.Name
}

// takesAddress reports whether the method that is selected on an operand that
// holds a value takes the operand's address.
func (pl *planner) takesAddress(x ast.Expr) bool {
	sel, ok := pl.up(x).(*ast.SelectorExpr)
	if !ok || pl.Info.Selections[sel] == nil {
		return false
	}
	fn, ok := pl.Info.Selections[sel].Obj().(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return false
	}
	_, wants := types.Unalias(fn.Signature().Recv().Type()).(*types.Pointer)
	switch pl.Info.TypeOf(x).Underlying().(type) {
	case *types.Pointer, *types.Interface:
		return false
	}
	return wants
}

// writes returns the references that give v another value as a whole, its
// definition excepted.
func (d *decl) writes(v *types.Var) []*ast.Ident {
	var out []*ast.Ident
	for _, id := range d.refs[v] {
		if d.Info.Defs[id] == nil && d.useOf(id) == write {
			out = append(out, id)
		}
	}
	return out
}
