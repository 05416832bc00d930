package hoist

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// constText is what stands for a local constant at package scope: the expression
// that it was declared with or, where that needs something local, its value; ""
// if neither will do.
func (d *decl) constText(c *types.Const, at *ast.Ident) string {
	if text := d.constSource(c, at); text != "" {
		return text
	}
	b, ok := c.Type().(*types.Basic)
	switch {
	case !ok:
		return ""
	case b.Info()&types.IsUntyped == 0:
		return b.Name() + "(" + valueText(c.Val()) + ")"
	}
	return valueText(c.Val())
}

// constSource returns the expression that a local constant was declared with,
// if it means the same at package scope, or "".
func (d *decl) constSource(c *types.Const, at *ast.Ident) string {
	expr, typ := d.constDecl(c)
	if expr == nil || !d.global(expr) || typ != nil && !d.global(typ) {
		return ""
	}
	text := d.nodeSource(expr)
	switch d.up(at).(type) {
	case *ast.BinaryExpr, *ast.UnaryExpr, *ast.SelectorExpr, *ast.IndexExpr, *ast.SliceExpr:
		if _, ok := expr.(*ast.BinaryExpr); ok && typ == nil {
			text = "(" + text + ")"
		}
	}
	if typ != nil {
		text = d.nodeSource(typ) + "(" + text + ")"
	}
	return text
}

// constDecl finds the value and the type, which may be nil, that a local constant
// is declared with.
func (d *decl) constDecl(c *types.Const) (expr, typ ast.Expr) {
	ast.Inspect(d.node, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return expr == nil
		}
		for i, name := range spec.Names {
			if d.Info.Defs[name] == c && i < len(spec.Values) {
				expr, typ = spec.Values[i], spec.Type
			}
		}
		return false
	})
	return expr, typ
}

// global reports whether an expression means the same at package scope.
func (d *decl) global(expr ast.Expr) bool {
	same := true
	ast.Inspect(expr, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if ok && (d.local(id) != nil || d.localType(id) || d.Info.ObjectOf(id) == types.Universe.Lookup("iota")) {
			same = false
		}
		return same
	})
	return same
}

// localType reports whether a name is that of a type declared in a function.
func (d *decl) localType(id *ast.Ident) bool {
	t, ok := d.Info.ObjectOf(id).(*types.TypeName)
	return ok && t.Pkg() == d.Pkg && t.Parent() != d.Pkg.Scope()
}

func (d *decl) nodeSource(n ast.Node) string {
	return string(d.src[d.offset(n.Pos()):d.offset(n.End())])
}

// valueText prints a constant so that it is as exact, and of the same kind, as
// the constant is: 3/2 would be another number.
func valueText(v constant.Value) string {
	if v.Kind() != constant.Float {
		return v.ExactString()
	}
	f, _ := constant.Float64Val(v)
	text := strconv.FormatFloat(f, 'g', -1, 64)
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	if constant.Compare(constant.MakeFromLiteral(text, token.FLOAT, 0), token.EQL, v) {
		return text
	}
	num, den := constant.Num(v).ExactString(), constant.Denom(v).ExactString()
	return "(" + num + ".0 / " + den + ".0)"
}
