package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/lambdainit/lambdainit/internal/edit"
	"github.com/lambdainit/lambdainit/internal/report"
)

// imports are those of the file that d stands in, and those to add.
type imports struct {
	d     *decl
	added []string          // paths
	alias map[string]string // of those whose name is taken
}

func newImports(d *decl) *imports { return &imports{d: d, alias: make(map[string]string)} }

// qualify returns the prefix that names pkg in the file, with its dot. A
// missing import is noted.
func (im *imports) qualify(pkgPath, name string) string {
	for _, spec := range im.d.file.Imports {
		if p, _ := strconv.Unquote(spec.Path.Value); p != pkgPath {
			continue
		}
		switch pn := im.d.Info.PkgNameOf(spec); {
		case spec.Name != nil && spec.Name.Name == ".":
			return ""
		case spec.Name != nil && spec.Name.Name == "_", pn == nil:
		default:
			return pn.Name() + "."
		}
	}
	if !slices.Contains(im.added, pkgPath) {
		im.added = append(im.added, pkgPath)
		if im.taken(name) {
			im.alias[pkgPath] = im.free(name)
		}
	}
	if alias := im.alias[pkgPath]; alias != "" {
		name = alias
	}
	return name + "."
}

// taken reports whether something in the package or the file has the name.
func (im *imports) taken(name string) bool {
	scope := im.d.Info.Scopes[im.d.file]
	return im.d.Pkg.Scope().Lookup(name) != nil || scope != nil && scope.Lookup(name) != nil
}

// free returns a name like the taken one: aws → awspkg.
func (im *imports) free(name string) string {
	name += "pkg"
	for im.taken(name) {
		name += "x"
	}
	im.d.names.taken[name] = true
	return name
}

// quoted returns the import as it is written.
func (im *imports) quoted(p string) string {
	if alias := im.alias[p]; alias != "" {
		return alias + " " + strconv.Quote(p)
	}
	return strconv.Quote(p)
}

// typeString prints a type as the file can name it, or says why it cannot.
func (d *decl) typeString(t types.Type) (string, *refusal) {
	if r := d.nameable(t); r != nil {
		return "", r
	}
	return types.TypeString(t, func(p *types.Package) string {
		if p == d.Pkg {
			return ""
		}
		return strings.TrimSuffix(d.imports.qualify(p.Path(), p.Name()), ".")
	}), nil
}

// nameable refuses types that this package cannot name.
func (d *decl) nameable(t types.Type) *refusal {
	switch t := types.Unalias(t).(type) {
	case *types.Pointer:
		return d.nameable(t.Elem())
	case *types.Slice:
		return d.nameable(t.Elem())
	case *types.Map:
		if r := d.nameable(t.Key()); r != nil {
			return r
		}
		return d.nameable(t.Elem())
	case *types.TypeParam:
		return &refusal{why: "it depends on type parameter " + t.String()}
	case *types.Named:
		for a := range t.TypeArgs().Types() {
			if r := d.nameable(a); r != nil {
				return r
			}
		}
		return d.nameableObj(t.Obj())
	}
	return nil
}

func (d *decl) nameableObj(obj *types.TypeName) *refusal {
	pkg := obj.Pkg()
	unnamed := &refusal{why: "its type " + obj.Name() + " cannot be named here"}
	switch {
	case pkg == nil:
		return nil
	case pkg == d.Pkg:
		if obj.Parent() != pkg.Scope() {
			return unnamed
		}
	case !obj.Exported() || !importable(pkg.Path(), d.Pkg.Path()):
		return unnamed
	}
	return nil
}

// importable reports whether the package at from may import the one at p.
func importable(p, from string) bool {
	i := strings.LastIndex("/"+p+"/", "/internal/")
	if i < 0 {
		return true
	}
	parent := strings.Trim(p[:max(0, i-1)], "/")
	return parent == "" && !strings.HasPrefix(p, "internal/") || from == parent || strings.HasPrefix(from, parent+"/")
}

// edits returns the insertions of the added imports.
func (im *imports) edits() []report.Edit {
	var out []report.Edit
	slices.Sort(im.added)
	for _, p := range im.added {
		out = append(out, im.insertion(p))
	}
	return out
}

// insertion puts an import before the first of its kind (standard library or
// not) that sorts behind it, or behind the last.
func (im *imports) insertion(p string) report.Edit {
	d := im.d
	gen := im.block()
	if gen == nil {
		at := d.offset(d.file.Name.End())
		if n := len(d.file.Imports); n > 0 {
			at = d.offset(d.file.Imports[n-1].End())
		}
		at = lineEnd(d.src, at)
		text := "\nimport " + im.quoted(p) + "\n"
		if len(d.file.Imports) > 0 {
			text = text[1:]
		}
		return report.Edit{File: d.tok.Name(), Start: at, End: at, New: text}
	}
	line := "\t" + im.quoted(p) + "\n"
	at, text := im.sorted(gen, p, line)
	return report.Edit{File: d.tok.Name(), Start: at, End: at, New: text}
}

// block returns the first import declaration with parentheses that is not
// import "C", or nil.
func (im *imports) block() *ast.GenDecl {
	for _, decl := range im.d.file.Decls {
		if gen, ok := decl.(*ast.GenDecl); ok && gen.Tok == token.IMPORT && gen.Lparen.IsValid() && len(gen.Specs) > 0 {
			return gen
		}
	}
	return nil
}

// sorted returns where in the block the line belongs and how it is set off.
func (im *imports) sorted(gen *ast.GenDecl, p, line string) (int, string) {
	d := im.d
	var last *ast.ImportSpec
	for _, s := range gen.Specs {
		spec := s.(*ast.ImportSpec)
		other, _ := strconv.Unquote(spec.Path.Value)
		if hasHost(other) != hasHost(p) {
			continue
		}
		if last == nil || d.line(last.End())+1 == d.line(spec.Pos()) || spec.Doc != nil {
			if other > p {
				return lineStart(d.src, d.offset(docPos(spec))), line
			}
			last = spec
		}
	}
	if last != nil {
		return lineEnd(d.src, d.offset(last.End())), line
	}
	if hasHost(p) {
		return lineStart(d.src, d.offset(gen.Rparen)), "\n" + line
	}
	return lineStart(d.src, d.offset(docPos(gen.Specs[0].(*ast.ImportSpec)))), line + "\n"
}

func docPos(spec *ast.ImportSpec) token.Pos {
	if spec.Doc != nil {
		return spec.Doc.Pos()
	}
	return spec.Pos()
}

func hasHost(importPath string) bool {
	first, _, _ := strings.Cut(importPath, "/")
	return strings.Contains(first, ".")
}

// lineStart returns the offset of the start of the line at off.
func lineStart(src []byte, off int) int {
	for off > 0 && src[off-1] != '\n' {
		off--
	}
	return off
}

// lineEnd returns the offset behind the line at off.
func lineEnd(src []byte, off int) int {
	for off < len(src) && src[off] != '\n' {
		off++
	}
	return min(off+1, len(src))
}

// unusedImports returns the deletions of the imports of the file that are
// not in kept, the result of the other edits.
func (d *decl) unusedImports(kept *ast.File) []report.Edit {
	var out []report.Edit
	has := make(map[string]bool)
	for _, spec := range kept.Imports {
		has[spec.Path.Value] = true
	}
	for _, spec := range d.file.Imports {
		if !has[spec.Path.Value] {
			start, end := edit.ImportRange(d.tok, d.src, d.file, spec)
			out = append(out, report.Edit{File: d.tok.Name(), Start: start, End: end})
		}
	}
	return out
}
