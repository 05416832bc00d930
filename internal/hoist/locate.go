package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// A site is a reported call or composite literal.
type site struct {
	pos     token.Pos
	expr    ast.Expr // *ast.CallExpr or *ast.CompositeLit
	decl    *decl
	unit    *unit
	refused *refusal

	conditional bool // not every invocation comes to the function that holds it
}

func (s *site) refuse(r *refusal) {
	if s.refused == nil {
		s.refused = r
	}
}

// locate finds the calls and the declarations around them.
func (pl *planner) locate(calls []Call) []*site {
	sites := make([]*site, len(calls))
	for i, c := range calls {
		s := &site{pos: c.At, conditional: c.Conditional}
		sites[i] = s
		if s.refused = pl.place(s); s.refused == nil {
			s.decl.sites = append(s.decl.sites, s)
		}
	}
	for _, d := range pl.decls {
		slices.SortStableFunc(d.sites, func(a, b *site) int { return int(a.expr.Pos() - b.expr.Pos()) })
	}
	slices.SortFunc(pl.decls, func(a, b *decl) int { return int(a.node.Pos() - b.node.Pos()) })
	return sites
}

// place finds the site's expression and declaration.
func (pl *planner) place(s *site) *refusal {
	file := pl.fileAt(s.pos)
	if file == nil {
		return &refusal{why: "the call is not in this package"}
	}
	if ast.IsGenerated(file) {
		return &refusal{why: "the file is generated"}
	}
	if strings.HasSuffix(pl.Fset.File(s.pos).Name(), "_test.go") {
		return &refusal{why: "it stands in a test"}
	}
	for _, node := range file.Decls {
		if node.Pos() <= s.pos && s.pos < node.End() {
			s.expr = callAt(node, s.pos)
			if s.expr == nil {
				break
			}
			return pl.declare(s, file, node)
		}
	}
	return &refusal{why: "no call stands there", pos: s.pos}
}

func (pl *planner) fileAt(pos token.Pos) *ast.File {
	for _, f := range pl.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// declare gives the site its declaration, made on first need.
func (pl *planner) declare(s *site, file *ast.File, node ast.Decl) *refusal {
	for _, d := range pl.decls {
		if d.node == node {
			s.decl = d
			return nil
		}
	}
	if !insideFunc(node, s.expr) {
		return &refusal{why: "it runs only once already", pos: s.pos}
	}
	src, err := pl.Src(pl.Fset.File(file.FileStart).Name())
	if err != nil {
		return &refusal{why: "the file cannot be read: " + err.Error()}
	}
	s.decl = newDecl(pl, file, node, src)
	pl.decls = append(pl.decls, s.decl)
	return nil
}

// insideFunc reports whether e stands in the body of a function that can run
// more than once: no initialiser, no func init.
func insideFunc(node ast.Decl, e ast.Expr) bool {
	if fn, ok := node.(*ast.FuncDecl); ok && (fn.Recv != nil || fn.Name.Name != "init") {
		return true
	}
	found := false
	ast.Inspect(node, func(n ast.Node) bool {
		if lit, ok := n.(*ast.FuncLit); ok && lit.Pos() <= e.Pos() && e.End() <= lit.End() {
			found = true
		}
		return !found
	})
	return found
}

// callAt returns the call or composite literal that pos means.
func callAt(root ast.Node, pos token.Pos) ast.Expr {
	var exact, innermost ast.Expr
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == pos {
				exact = n
			}
			if n.Pos() == pos {
				innermost = n
			}
		case *ast.CompositeLit:
			if n.Lbrace == pos {
				exact = n
			}
			if n.Pos() == pos {
				innermost = n
			}
		case *ast.UnaryExpr:
			if lit, ok := n.X.(*ast.CompositeLit); ok && n.OpPos == pos {
				innermost = lit
			}
		}
		return true
	})
	if exact != nil {
		return exact
	}
	return innermost
}

// callee returns the function that a call calls if that is known statically.
func (pl *planner) callee(call *ast.CallExpr) *types.Func {
	fun := ast.Unparen(call.Fun)
	switch f := fun.(type) {
	case *ast.IndexExpr:
		fun = ast.Unparen(f.X)
	case *ast.IndexListExpr:
		fun = ast.Unparen(f.X)
	}
	var id *ast.Ident
	switch f := fun.(type) {
	case *ast.Ident:
		id = f
	case *ast.SelectorExpr:
		id = f.Sel
	default:
		return nil
	}
	fn, _ := pl.Info.Uses[id].(*types.Func)
	if fn == nil {
		return nil
	}
	return fn.Origin()
}
