package fix

import (
	"go/ast"
	"go/token"

	"github.com/lambdainit/lambdainit/internal/hoist"
	"github.com/lambdainit/lambdainit/internal/report"
)

// A source is a file of the package.
type source struct {
	syntax   *ast.File
	tok      *token.File
	directed bool // has //line comments: what it says of its places is not so
}

// filesOf returns the files by the names that findings give them.
func filesOf(p *hoist.Package) map[string]*source {
	files := make(map[string]*source)
	for _, f := range p.Files {
		tok := p.Fset.File(f.FileStart)
		src := &source{syntax: f, tok: tok}
		ends := []token.Pos{f.Package, f.FileEnd}
		for _, d := range f.Decls {
			ends = append(ends, d.Pos())
		}
		for _, pos := range ends {
			name := p.Fset.Position(pos).Filename
			src.directed = src.directed || p.Fset.Position(pos) != p.Fset.PositionFor(pos, false)
			if files[name] == nil {
				files[name] = src
			}
		}
	}
	return files
}

// call returns what hoist wants to know of the call or composite literal from
// start to end: its opening parenthesis or brace, which no other call shares.
func (s *source) call(start, end report.Position) token.Pos {
	from, to := s.pos(start), s.pos(end)
	at := token.NoPos
	ast.Inspect(s.syntax, func(n ast.Node) bool {
		if n == nil || n.End() < to || n.Pos() > from+1 {
			return false
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Pos() == from && n.End() == to {
				at = n.Lparen
			}
		case *ast.CompositeLit:
			if n.End() == to && (n.Pos() == from || n.Pos() == from+1) {
				at = n.Lbrace
			}
		}
		return true
	})
	return at
}

// pos returns the token.Pos of a place in the file.
func (s *source) pos(at report.Position) token.Pos {
	if at.Line < 1 || at.Line > s.tok.LineCount() {
		return token.NoPos
	}
	return s.tok.LineStart(at.Line) + token.Pos(at.Col-1)
}
