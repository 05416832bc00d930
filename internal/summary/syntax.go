package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/lambdainit/lambdainit/internal/branch"
)

// syntax is what the builder looks up in the source: SSA knows positions of
// parentheses and braces only, and no comments.
type syntax struct {
	files      []fileInfo
	nodes      map[token.Pos]ast.Expr // call by "(", composite literal by "{"
	directives map[ast.Node][]ast.Directive
}

type fileInfo struct {
	*ast.File
	test, generated bool
}

func indexSyntax(in Input) *syntax {
	s := &syntax{nodes: make(map[token.Pos]ast.Expr), directives: make(map[ast.Node][]ast.Directive)}
	for _, f := range in.Files {
		name := in.Fset.Position(f.FileStart).Filename
		s.files = append(s.files, fileInfo{f, strings.HasSuffix(name, "_test.go"), ast.IsGenerated(f)})
		ast.Inspect(f, s.visit)
	}
	return s
}

func (s *syntax) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CallExpr:
		s.nodes[n.Lparen] = n
	case *ast.CompositeLit:
		s.nodes[n.Lbrace] = n
	case *ast.FuncDecl:
		s.directives[n] = directives(n.Doc)
	}
	return true
}

// directives returns the //lambdainit: annotations of a comment.
func directives(doc *ast.CommentGroup) []ast.Directive {
	if doc == nil {
		return nil
	}
	var out []ast.Directive
	for _, c := range doc.List {
		if d, ok := ast.ParseDirective(c.Pos(), c.Text); ok && d.Tool == "lambdainit" {
			out = append(out, d)
		}
	}
	return out
}

func (s *syntax) fileOf(p token.Pos) fileInfo {
	for _, f := range s.files {
		if f.FileStart <= p && p < f.FileEnd {
			return f
		}
	}
	return fileInfo{}
}

// span returns where the call or literal starts and ends whose parenthesis or
// brace is at p.
func (b *builder) span(p token.Pos) (start, end Pos) {
	e, ok := b.syntax.nodes[p]
	if !ok {
		return b.pos(p), b.pos(p)
	}
	return b.pos(e.Pos()), b.pos(e.End())
}

// ifAt returns the if statement of the function whose condition contains p, or nil.
func (fb *funcBuilder) ifAt(p token.Pos) *ast.IfStmt {
	for _, n := range fb.ifs {
		if n.Cond.Pos() <= p && p <= n.Cond.End() {
			return n
		}
	}
	return nil
}

// findBodies collects the branches, loops and exits of the function, not those
// of function literals in it, and where its variables are declared.
func (fb *funcBuilder) findBodies() {
	root := fb.fn.Syntax()
	if root == nil {
		return
	}
	fb.exits = branch.Exits(fb.Info, root)
	inner := 0 // end of the function literal being visited
	ast.Inspect(root, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		switch n := n.(type) {
		case *ast.Ident:
			fb.declares(n)
		case *ast.FuncLit:
			if n != root {
				inner = max(inner, int(n.End()))
			}
		}
		if int(n.Pos()) >= inner {
			fb.body(n)
		}
		return true
	})
}

// body notes a statement's parts that need not run when the function does.
func (fb *funcBuilder) body(n ast.Node) {
	switch n := n.(type) {
	case *ast.IfStmt:
		fb.ifs = append(fb.ifs, n)
		fb.bodies = append(fb.bodies, n.Body)
		if n.Else != nil {
			fb.bodies = append(fb.bodies, n.Else)
		}
	case *ast.ForStmt:
		fb.bodies = append(fb.bodies, n.Body)
	case *ast.RangeStmt:
		fb.bodies = append(fb.bodies, n.Body)
	case *ast.CaseClause, *ast.CommClause:
		fb.bodies = append(fb.bodies, n)
	}
}

// declares notes where a variable is declared.
func (fb *funcBuilder) declares(id *ast.Ident) {
	if v, ok := fb.Info.Defs[id].(*types.Var); ok && !v.IsField() {
		fb.lastDef[id.Name] = id.Pos()
	}
}

// conditional reports whether p lies in a branch or loop of the function, or
// behind an exit that depends on the event.
func (fb *funcBuilder) conditional(p token.Pos) bool {
	if len(fb.exits) > 0 && fb.exits[0] < p {
		return true
	}
	for _, b := range fb.bodies {
		if b.Pos() <= p && p < b.End() {
			return true
		}
	}
	return false
}
