package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
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

// useOf classifies a reference of a variable; its definition is a write.
func (d *decl) useOf(id *ast.Ident) use {
	place := d.place(id)
	switch p := d.up(place).(type) {
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
	return d.methodUse(place)
}

func isOneOf(list []ast.Expr, e ast.Expr) bool {
	for _, l := range list {
		if ast.Unparen(l) == e {
			return true
		}
	}
	return false
}

// place returns the largest operand x.f[i].g that stores into x; methods end it.
func (d *decl) place(id *ast.Ident) ast.Expr {
	var e ast.Expr = id
	for {
		switch p := d.up(e).(type) {
		case *ast.SelectorExpr:
			if sel := d.Info.Selections[p]; sel == nil || sel.Kind() != types.FieldVal {
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
func (d *decl) methodUse(place ast.Expr) use {
	call, name := d.methodCall(place)
	if call == nil {
		return read
	}
	switch _, statement := d.up(call).(*ast.ExprStmt); {
	case isCloser(name):
		return closeUse
	case statement && isSetter(name):
		return change
	case d.takesAddress(place):
		return address
	}
	return read
}

// methodCall returns the call x.M(…) on the operand itself, and M.
func (d *decl) methodCall(x ast.Expr) (*ast.CallExpr, string) {
	sel, ok := d.up(x).(*ast.SelectorExpr)
	if !ok {
		return nil, ""
	}
	if s := d.Info.Selections[sel]; s == nil || s.Kind() != types.MethodVal {
		return nil, ""
	}
	call, ok := d.up(sel).(*ast.CallExpr)
	if !ok || ast.Unparen(call.Fun) != sel {
		return nil, ""
	}
	return call, sel.Sel.Name
}

// takesAddress reports whether the method that is selected on an operand that
// holds a value takes the operand's address.
func (d *decl) takesAddress(x ast.Expr) bool {
	sel, ok := d.up(x).(*ast.SelectorExpr)
	if !ok || d.Info.Selections[sel] == nil {
		return false
	}
	fn, ok := d.Info.Selections[sel].Obj().(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return false
	}
	_, wants := types.Unalias(fn.Signature().Recv().Type()).(*types.Pointer)
	switch d.Info.TypeOf(x).Underlying().(type) {
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
