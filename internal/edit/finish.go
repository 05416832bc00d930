package edit

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// finish formats the changed text of a file, drops imports that the change
// left unused and gives it the line endings and the mark of the old text.
func finish(name string, old, changed []byte) ([]byte, error) {
	mark, changed := cutMark(changed)
	crlf := usesCRLF(old)
	if crlf {
		changed = bytes.ReplaceAll(changed, []byte("\r\n"), []byte("\n"))
	}
	changed, err := dropImports(name, old, changed)
	if err != nil {
		return nil, err
	}
	out, err := format.Source(changed)
	if err != nil {
		return nil, err
	}
	if crlf {
		out = bytes.ReplaceAll(out, []byte("\n"), []byte("\r\n"))
	}
	return append(mark, out...), nil
}

// cutMark splits off a byte order mark.
func cutMark(src []byte) (mark, rest []byte) {
	const bom = "\uFEFF"
	if rest, ok := bytes.CutPrefix(src, []byte(bom)); ok {
		return []byte(bom), rest
	}
	return nil, src
}

// usesCRLF reports whether most lines of src end in CRLF.
func usesCRLF(src []byte) bool {
	crlf := bytes.Count(src, []byte("\r\n"))
	return crlf > 0 && 2*crlf > bytes.Count(src, []byte("\n"))
}

// dropImports removes the imports that were used in old and are not in changed.
func dropImports(name string, old, changed []byte) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, changed, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	before, err := parser.ParseFile(token.NewFileSet(), name, old, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	used, was := qualifiers(file), qualifiers(before)
	tf := fset.File(file.Pos())
	for i := len(file.Imports) - 1; i >= 0; i-- {
		spec := file.Imports[i]
		if unusedNow(spec, used, was) {
			start, end := ImportRange(tf, changed, file, spec)
			changed = append(changed[:start:start], changed[end:]...)
		}
	}
	return changed, nil
}

// unusedNow reports whether the import was used under some name it may have
// and is not used under any now.
func unusedNow(spec *ast.ImportSpec, used, was map[string]bool) bool {
	lost := false
	for _, name := range importNames(spec) {
		if used[name] {
			return false
		}
		lost = lost || was[name]
	}
	return lost
}

// qualifiers returns the names x of all selectors x.Sel.
func qualifiers(file *ast.File) map[string]bool {
	names := make(map[string]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				names[id.Name] = true
			}
		}
		return true
	})
	return names
}

var majorVersion = regexp.MustCompile(`^v[0-9]+$`)

// importNames returns the names that the import may have in its file: the one
// written, or else those that its path suggests.
func importNames(spec *ast.ImportSpec) []string {
	if spec.Name != nil {
		if spec.Name.Name == "_" || spec.Name.Name == "." {
			return nil
		}
		return []string{spec.Name.Name}
	}
	p, err := strconv.Unquote(spec.Path.Value)
	if err != nil || p == "C" {
		return nil
	}
	base := path.Base(p)
	if majorVersion.MatchString(base) {
		base = path.Base(path.Dir(p))
	}
	base, _, _ = strings.Cut(base, ".v")
	names := []string{base, strings.ReplaceAll(base, "-", "")}
	return append(names, strings.FieldsFunc(base, func(r rune) bool { return r == '-' || r == '.' })...)
}

// ImportRange returns the bytes to delete with an import: its line (with the
// comments on it) or the whole declaration if it holds nothing else. An
// import with a comment above keeps that comment.
func ImportRange(tf *token.File, src []byte, file *ast.File, spec *ast.ImportSpec) (start, end int) {
	from, to := spec.Pos(), spec.End()
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if ok && gen.Pos() <= from && to <= gen.End() && len(gen.Specs) == 1 {
			from, to = gen.Pos(), gen.End()
		}
	}
	return lineRange(src, tf.Offset(from), tf.Offset(to))
}

// lineRange widens [start, end) to whole lines if nothing else stands on them.
func lineRange(src []byte, start, end int) (int, int) {
	s, e := start, end
	for s > 0 && (src[s-1] == ' ' || src[s-1] == '\t') {
		s--
	}
	for e < len(src) && (src[e] == ' ' || src[e] == '\t' || src[e] == '\r') {
		e++
	}
	if (s == 0 || src[s-1] == '\n') && e < len(src) && src[e] == '\n' {
		return s, e + 1
	}
	return start, end
}
