package hoist

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// A sub replaces the source from one position to another.
type sub struct {
	from, to token.Pos
	text     string
}

// text returns the source of [from, to) with the replacements that moving it
// needs (contexts, renamed variables, local constants) and those of more.
func (d *decl) text(from, to token.Pos, more ...sub) string {
	subs := slices.Concat(more, d.moveSubs(from, to))
	slices.SortStableFunc(subs, func(a, b sub) int { return cmp.Compare(a.from, b.from) })
	var b strings.Builder
	at := from
	for _, s := range subs {
		if s.from < at {
			continue // inside what an earlier one replaces
		}
		b.Write(d.src[d.offset(at):d.offset(s.from)])
		b.WriteString(s.text)
		at = s.to
	}
	b.Write(d.src[d.offset(at):d.offset(to)])
	return strings.ReplaceAll(b.String(), "\r\n", "\n")
}

// nodeText is text for a node.
func (d *decl) nodeText(n ast.Node, more ...sub) string { return d.text(n.Pos(), n.End(), more...) }

// moveSubs returns the replacements inside moved code.
func (d *decl) moveSubs(from, to token.Pos) []sub {
	var out []sub
	ast.Inspect(d.node, func(n ast.Node) bool {
		if n == nil || n.End() <= from || n.Pos() >= to {
			return false
		}
		if n.Pos() < from || n.End() > to {
			return true
		}
		if d.isRequestContext(n) {
			out = append(out, sub{n.Pos(), n.End(), d.background()})
			return false
		}
		if u := d.onceAt(n); u != nil && (n.Pos() > from || n.End() < to) {
			out = append(out, sub{n.Pos(), n.End(), u.name + "()"})
			return false
		}
		if id, ok := n.(*ast.Ident); ok {
			if text, ok := d.movedName(id, from, to); ok {
				out = append(out, sub{id.Pos(), id.End(), text})
			}
		}
		return true
	})
	return out
}

// onceAt returns the unit of a once function for the expression n (F6).
func (d *decl) onceAt(n ast.Node) *unit {
	if d.mode != Lazy {
		return nil
	}
	for _, u := range d.moved {
		if u.name != "" && u.inline && u.at == n {
			return u
		}
	}
	return nil
}

// movedName returns what a name in moved code becomes if that is another.
func (d *decl) movedName(id *ast.Ident, from, to token.Pos) (string, bool) {
	obj := d.local(id)
	if name, ok := d.rename[obj]; ok {
		return name, true
	}
	if obj == nil || from <= obj.Pos() && obj.Pos() < to || d.Info.Defs[id] != nil {
		return "", false
	}
	switch obj := obj.(type) {
	case *types.Const:
		return d.constText(obj, id), true
	case *types.Var:
		if isContext(obj.Type()) {
			return d.background(), true
		}
	}
	return "", false
}

func (d *decl) background() string {
	return d.imports.qualify("context", "context") + "Background()"
}

// leadComments returns the comment groups right above s, nearest last.
func (d *decl) leadComments(s ast.Node) []*ast.CommentGroup {
	var out []*ast.CommentGroup
	line, floor := d.line(s.Pos()), d.floor(s)
	for i := len(d.file.Comments) - 1; i >= 0; i-- {
		g := d.file.Comments[i]
		if g.Pos() >= s.Pos() {
			continue
		}
		if g.Pos() < floor || d.line(g.End())+1 != line || d.line(g.Pos()) == d.line(floor) {
			break
		}
		out = append(out, g)
		line = d.line(g.Pos())
	}
	slices.Reverse(out)
	return out
}

// floor returns the end of what stands before s: the statement before, or
// the brace or colon that opens its list.
func (d *decl) floor(s ast.Node) token.Pos {
	list := d.beside(s)
	if i := slices.Index(list, s); i > 0 {
		return list[i-1].End()
	}
	switch p := d.parent[s].(type) {
	case *ast.GenDecl:
		return p.Lparen
	case *ast.BlockStmt:
		return p.Lbrace
	case *ast.CaseClause:
		return p.Colon
	case *ast.CommClause:
		return p.Colon
	}
	return s.Pos()
}

// beside returns the list that a statement or specification is part of.
func (d *decl) beside(n ast.Node) []ast.Node {
	switch n := n.(type) {
	case ast.Stmt:
		return nodes(d.listOf(n))
	case ast.Spec:
		gen, ok := d.parent[n].(*ast.GenDecl)
		if !ok {
			return nil
		}
		var out []ast.Node
		for _, spec := range gen.Specs {
			out = append(out, spec)
		}
		return out
	}
	return nil
}

// trailComment returns the comment on the line on which s ends, or nil.
func (d *decl) trailComment(s ast.Node) *ast.CommentGroup {
	for _, g := range d.file.Comments {
		if g.Pos() >= s.End() && d.line(g.Pos()) == d.line(s.End()) && d.line(g.End()) == d.line(s.End()) {
			list := d.beside(s)
			if i := slices.Index(list, s); i < 0 || i+1 == len(list) || g.End() <= list[i+1].Pos() {
				return g
			}
		}
	}
	return nil
}

// commentText returns the source of comment groups, one below the other.
func (d *decl) commentText(groups []*ast.CommentGroup) string {
	var b strings.Builder
	for _, g := range groups {
		b.WriteString(d.text(g.Pos(), g.End()))
		b.WriteByte('\n')
	}
	return b.String()
}
