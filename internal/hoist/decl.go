package hoist

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/lambdainit/lambdainit/internal/report"
)

// A decl is a top-level declaration that holds sites, with an index of its syntax.
type decl struct {
	*planner
	mode Mode

	rest *decl // plans the once functions of what Init refuses, or nil

	file *ast.File
	node ast.Decl
	tok  *token.File
	src  []byte
	refs map[types.Object][]*ast.Ident // local variables and constants, in source order

	exits map[ast.Node][]token.Pos // of functions, those that may depend on the event

	sites []*site
	units map[ast.Node]*unit // by defining statement or by expression

	moved   []*unit                 // the units of the fix, in the order in which they run
	cut     []ast.Node              // statements and specifications that go away: definitions, checks, closes
	closed  []ast.Node              // those of cut that go without trace, comments included (F3)
	gone    []ast.Node              // what is replaced where it stands
	blank   []*ast.Ident            // definitions whose name goes away, not their value
	rename  map[types.Object]string // names at package scope or in init
	shared  map[types.Object]bool   // used outside what moves
	imports *imports
	edits   []report.Edit
	fix     *report.Fix
	hasInit bool // the fix has a func init
}

func newDecl(pl *planner, file *ast.File, node ast.Decl, src []byte) *decl {
	d := &decl{
		planner: pl, mode: pl.mode, file: file, node: node, src: src,
		tok:    pl.Fset.File(file.FileStart),
		refs:   make(map[types.Object][]*ast.Ident),
		exits:  make(map[ast.Node][]token.Pos),
		units:  make(map[ast.Node]*unit),
		rename: make(map[types.Object]string),
		shared: make(map[types.Object]bool),
	}
	d.imports = newImports(d)
	d.index()
	return d
}

// index fills refs.
func (d *decl) index() {
	ast.Inspect(d.node, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if obj := d.local(id); obj != nil {
				d.refs[obj] = append(d.refs[obj], id)
			}
		}
		return true
	})
}

// local returns the variable or constant that id names if it is declared
// inside a function, else nil.
func (d *decl) local(id *ast.Ident) types.Object {
	obj := d.Info.ObjectOf(id)
	switch o := obj.(type) {
	case *types.Var:
		if o.IsField() {
			return nil
		}
	case *types.Const:
	default:
		return nil
	}
	if obj.Parent() == nil || obj.Parent() == types.Universe || obj.Parent() == d.Pkg.Scope() || obj.Pkg() != d.Pkg {
		return nil
	}
	return obj
}

// localVar is local for variables only.
func (d *decl) localVar(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := d.local(id).(*types.Var)
	return v
}

// stmtOf returns the innermost statement around n that stands in a list.
func (d *decl) stmtOf(n ast.Node) ast.Stmt {
	for ; n != nil; n = d.parent[n] {
		if s, ok := n.(ast.Stmt); ok && d.listOf(s) != nil {
			return s
		}
	}
	return nil
}

// listOf returns the statement list in which s stands, or nil.
func (d *decl) listOf(s ast.Stmt) []ast.Stmt {
	switch p := d.parent[s].(type) {
	case *ast.BlockStmt:
		return p.List
	case *ast.CaseClause:
		return p.Body
	case *ast.CommClause:
		if p.Comm != s {
			return p.Body
		}
	}
	return nil
}

// next returns the statement behind s in its list, or nil.
func (d *decl) next(s ast.Stmt) ast.Stmt {
	list := d.listOf(s)
	for i, t := range list {
		if t == s && i+1 < len(list) {
			return list[i+1]
		}
	}
	return nil
}

// line returns the line of a position.
func (d *decl) line(pos token.Pos) int { return d.tok.Line(pos) }

// offset returns the byte offset of a position.
func (d *decl) offset(pos token.Pos) int { return d.tok.Offset(pos) }

// nodes presents statements as nodes.
func nodes(list []ast.Stmt) []ast.Node {
	var out []ast.Node
	for _, s := range list {
		out = append(out, s)
	}
	return out
}

// within reports whether n lies in one of the nodes.
func within[N ast.Node](n ast.Node, nodes []N) bool {
	for _, m := range nodes {
		if m.Pos() <= n.Pos() && n.End() <= m.End() {
			return true
		}
	}
	return false
}

// fixed returns the sites that the fix moves.
func (d *decl) fixed() []*site {
	var out []*site
	for _, s := range d.sites {
		if s.refused == nil {
			out = append(out, s)
		}
	}
	return out
}

// refuseAll refuses what is left to move.
func (d *decl) refuseAll(r *refusal) {
	for _, s := range d.fixed() {
		s.refuse(r)
	}
	d.moved, d.edits, d.fix, d.hasInit = nil, nil, nil, false
}
