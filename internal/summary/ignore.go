package summary

import (
	"go/ast"
	"go/token"
	"strings"
)

// ignores notes the lines on which annotations silence reports (S1, S2).
func (b *builder) ignores() {
	for _, f := range b.Files {
		var code *code // of files with annotations only
		for _, group := range f.Comments {
			for _, c := range group.List {
				ig, ok := b.parseIgnore(c)
				if !ok {
					continue
				}
				if code == nil {
					code = b.code(f)
				}
				ig.F = ig.At.F
				ig.From, ig.To = b.silenced(ig, group, code)
				b.out.Ignores = append(b.out.Ignores, ig)
			}
		}
	}
}

// code is where a file's functions, statements and expressions stand.
type code struct {
	docs  map[*ast.CommentGroup]*ast.FuncDecl
	lines map[int32]bool // something begins or ends on
	ends  map[Pos]int32  // line of the end of what begins at a place
}

func (b *builder) code(f *ast.File) *code {
	c := &code{make(map[*ast.CommentGroup]*ast.FuncDecl), make(map[int32]bool), make(map[Pos]int32)}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil, *ast.Comment, *ast.CommentGroup:
			return n != nil
		case *ast.FuncDecl:
			c.docs[n.Doc] = n
		}
		start, end := b.pos(n.Pos()), b.line(n.End())
		c.ends[start] = max(c.ends[start], end)
		if n != f {
			c.lines[start.L], c.lines[end] = true, true
		}
		return true
	})
	return c
}

// silenced returns the lines that an annotation silences: those of the function
// whose doc comment it is in, or its own line if code stands there, or else the
// line below. What begins right below a //nolint is silent as a whole, as with
// golangci-lint.
func (b *builder) silenced(ig Ignore, group *ast.CommentGroup, code *code) (from, to int32) {
	at := ig.At
	last := b.line(group.End())
	switch fn := code.docs[group]; {
	case fn != nil:
		return b.line(fn.Pos()), b.line(fn.End())
	case code.lines[at.L]:
		return at.L, at.L
	case ig.Nolint:
		return at.L, max(last+1, code.ends[Pos{at.F, last + 1, at.C}])
	}
	return at.L, at.L + 1
}

func (b *builder) line(p token.Pos) int32 { return int32(b.Fset.Position(p).Line) }

func (b *builder) parseIgnore(c *ast.Comment) (Ignore, bool) {
	if d, ok := ast.ParseDirective(c.Pos(), c.Text); ok && d.Tool == "lambdainit" && d.Name == "ignore" {
		return Ignore{At: b.pos(c.Pos()), Reason: strings.TrimSpace(d.Args) != ""}, true
	}
	if all, named := Nolint(c.Text); all || named {
		return Ignore{At: b.pos(c.Pos()), Reason: true, Nolint: true}, true
	}
	return Ignore{}, false
}

// Nolint reports whether a comment silences all linters of golangci-lint or
// lambdainit by name. It reads comments as golangci-lint does (S2).
func Nolint(comment string) (all, named bool) {
	text := strings.TrimLeft(comment, "/ ")
	rest, ok := strings.CutPrefix(text, "nolint")
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != ':' {
		return false, false
	}
	if !strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, ":all") {
		return true, false
	}
	names, _, _ := strings.Cut(rest[1:], "//")
	for name := range strings.SplitSeq(names, ",") {
		name = strings.ToLower(strings.TrimSpace(name))
		all, named = all || name == "all", named || name == "lambdainit"
	}
	return all, named
}
