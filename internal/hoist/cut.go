package hoist

import (
	"bytes"
	"go/ast"
	"slices"

	"github.com/lambdainit/lambdainit/internal/report"
)

// A span is a range of bytes to delete, and what takes its place.
type span struct {
	start, end int
	text       string
}

// cuts returns the deletions of the statements that go away, with the
// comments that move along.
func (d *decl) cuts() []report.Edit {
	d.dropEmptied()
	var spans []span
	resets := d.resets()
	for _, s := range d.cut {
		sp := d.stmtSpan(s)
		sp.text = resets[s]
		delete(resets, s)
		spans = append(spans, sp)
	}
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	var out []report.Edit
	for _, s := range d.joinSpans(spans) {
		s = d.closeGap(s)
		out = append(out, report.Edit{File: d.tok.Name(), Start: s.start, End: s.end, New: s.text})
	}
	return out
}

// dropEmptied adds the blocks and groups of variables to what goes away in
// which nothing stays.
func (d *decl) dropEmptied() {
	for _, n := range slices.Clone(d.cut) {
		var whole ast.Stmt
		var parts []ast.Node
		switch p := d.parent[n].(type) {
		case *ast.BlockStmt:
			whole, parts = p, nodes(p.List)
		case *ast.GenDecl:
			whole, _ = d.parent[p].(*ast.DeclStmt)
			for _, spec := range p.Specs {
				parts = append(parts, spec)
			}
		}
		if whole != nil && d.listOf(whole) != nil && !slices.Contains(d.cut, ast.Node(whole)) && d.emptied(whole, parts) {
			d.cut = append(d.cut, whole)
		}
	}
}

// emptied reports whether all parts of a statement go away, and no comment
// stays.
func (d *decl) emptied(whole ast.Stmt, parts []ast.Node) bool {
	var groups []*ast.CommentGroup
	for _, n := range parts {
		if !slices.Contains(d.cut, n) {
			return false
		}
		groups = append(groups, d.leadComments(n)...)
		groups = append(groups, d.trailComment(n))
	}
	return !slices.ContainsFunc(d.file.Comments, func(g *ast.CommentGroup) bool {
		return within(g, []ast.Node{whole}) && !within(g, parts) && !slices.Contains(groups, g)
	})
}

// stmtSpan returns the lines of s; only its own bytes if it shares them.
func (d *decl) stmtSpan(s ast.Node) span {
	sp := span{start: d.offset(s.Pos()), end: d.offset(s.End())}
	if d.commentsMove(s) {
		if lead := d.leadComments(s); len(lead) > 0 {
			sp.start = d.offset(lead[0].Pos())
		}
		if g := d.trailComment(s); g != nil {
			sp.end = d.offset(g.End())
		}
	}
	from, to := lineStart(d.src, sp.start), lineEnd(d.src, sp.end)
	if blank(d.src[from:sp.start]) && blank(d.src[sp.end:to]) {
		return span{start: from, end: to}
	}
	if rest := bytes.TrimLeft(d.src[sp.end:to], " \t"); len(rest) > 0 && rest[0] == ';' {
		sp.end = to - len(rest) + 1
	}
	return sp
}

// commentsMove reports whether the comments of a statement that goes away
// go where it goes: with what moves to package scope, with a Close for good.
func (d *decl) commentsMove(s ast.Node) bool {
	return slices.Contains(d.closed, s) || slices.ContainsFunc(d.moved, func(u *unit) bool { return slices.Contains(u.statements(), s) })
}

func blank(b []byte) bool { return len(bytes.TrimSpace(b)) == 0 }

// joinSpans joins what only blank lines part.
func (d *decl) joinSpans(spans []span) []span {
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && (s.start <= out[n-1].end || blank(d.src[out[n-1].end:s.start]) && d.wholeLines(out[n-1]) && d.wholeLines(s)) {
			out[n-1].end = max(out[n-1].end, s.end)
			out[n-1].text += s.text
			continue
		}
		out = append(out, s)
	}
	return out
}

// wholeLines reports whether s begins and ends with a line.
func (d *decl) wholeLines(s span) bool {
	return (s.start == 0 || d.src[s.start-1] == '\n') && s.end > 0 && d.src[s.end-1] == '\n'
}

// closeGap widens a span of whole lines by the blank lines that would be left
// double, or next to a brace.
func (d *decl) closeGap(s span) span {
	if !d.wholeLines(s) || s.text != "" {
		return s
	}
	prev, next := s.start, s.end
	for next < len(d.src) && blank(d.src[next:lineEnd(d.src, next)]) {
		next = lineEnd(d.src, next)
	}
	for prev > 0 && blank(d.src[lineStart(d.src, prev-1):prev]) {
		prev = lineStart(d.src, prev-1)
	}
	above := bytes.TrimSpace(d.src[lineStart(d.src, max(0, prev-1)):prev])
	below := bytes.TrimSpace(d.src[next:lineEnd(d.src, next)])
	switch {
	case bytes.HasSuffix(above, []byte("{")) || bytes.HasSuffix(above, []byte(":")) || prev < s.start:
		s.end = next
	}
	if bytes.HasPrefix(below, []byte("}")) {
		s.start, s.end = prev, next
	}
	return s
}
