package summary

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
)

var nolint = regexp.MustCompile(`^//\s*nolint(?::\s*([\w\-, ]+))?(?:\s*//\s*(.*))?\s*$`)

// ignores notes the lines on which annotations silence reports (S1, S2).
func (b *builder) ignores() {
	for _, f := range b.Files {
		docs := funcDocs(f)
		lines := b.codeLines(f)
		for _, group := range f.Comments {
			for _, c := range group.List {
				b.ignore(c, docs[group], lines)
			}
		}
	}
}

// funcDocs maps doc comments to their functions.
func funcDocs(f *ast.File) map[*ast.CommentGroup]*ast.FuncDecl {
	docs := make(map[*ast.CommentGroup]*ast.FuncDecl)
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Doc != nil {
			docs[fn.Doc] = fn
		}
	}
	return docs
}

// codeLines returns the lines on which statements or expressions stand.
func (b *builder) codeLines(f *ast.File) map[int]bool {
	lines := make(map[int]bool)
	ast.Inspect(f, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.File, *ast.Comment, *ast.CommentGroup:
			return n != nil
		}
		lines[b.Fset.Position(n.Pos()).Line] = true
		lines[b.Fset.Position(n.End()).Line] = true
		return true
	})
	return lines
}

func (b *builder) ignore(c *ast.Comment, fn *ast.FuncDecl, code map[int]bool) {
	ig, ok := b.parseIgnore(c)
	if !ok {
		return
	}
	ig.F = ig.At.F
	switch {
	case fn != nil:
		ig.From, ig.To = b.line(fn.Pos()), b.line(fn.End())
	case code[int(ig.At.L)]:
		ig.From, ig.To = ig.At.L, ig.At.L
	default:
		ig.From, ig.To = ig.At.L, ig.At.L+1
	}
	b.out.Ignores = append(b.out.Ignores, ig)
}

func (b *builder) line(p token.Pos) int32 { return int32(b.Fset.Position(p).Line) }

func (b *builder) parseIgnore(c *ast.Comment) (Ignore, bool) {
	if d, ok := ast.ParseDirective(c.Pos(), c.Text); ok && d.Tool == "lambdainit" && d.Name == "ignore" {
		return Ignore{At: b.pos(c.Pos()), Reason: strings.TrimSpace(d.Args) != ""}, true
	}
	m := nolint.FindStringSubmatch(c.Text)
	if m == nil {
		return Ignore{}, false
	}
	names := strings.FieldsFunc(m[1], func(r rune) bool { return r == ',' || r == ' ' })
	if len(names) > 0 && !slices.Contains(names, "lambdainit") && !slices.Contains(names, "all") {
		return Ignore{}, false
	}
	return Ignore{At: b.pos(c.Pos()), Reason: true, Nolint: true}, true
}
