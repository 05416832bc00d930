package hoist

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/report"
)

// edit makes the edits of the fix.
func (d *decl) edit() {
	if len(d.moved) == 0 {
		return
	}
	plan := d.initEdits
	if d.mode == Lazy {
		plan = d.lazyEdits
	}
	text, edits, r := plan()
	if r == nil {
		text, r = formatDecls(text)
	}
	if r != nil {
		d.refuseAll(r)
		return
	}
	edits = append(edits, d.blankEdits()...)
	edits = append(edits, d.cuts()...)
	edits = append(edits, d.insertion(text))
	d.edits = append(edits, d.imports.edits()...)
}

// formatDecls formats declarations.
func formatDecls(text string) (string, *refusal) {
	const head = "package p\n\n"
	out, err := format.Source([]byte(head + text))
	if err != nil {
		return "", &refusal{why: "what moves does not parse: " + err.Error()}
	}
	return strings.TrimPrefix(string(out), head), nil
}

// insertion puts the declarations right above the doc comment (F1).
func (d *decl) insertion(text string) report.Edit {
	at := d.node.Pos()
	switch n := d.node.(type) {
	case *ast.FuncDecl:
		if n.Doc != nil {
			at = n.Doc.Pos()
		}
	case *ast.GenDecl:
		if n.Doc != nil {
			at = n.Doc.Pos()
		}
	}
	off := d.offset(at)
	return report.Edit{File: d.tok.Name(), Start: off, End: off, New: text + "\n"}
}

// replace is an edit of the source from one position to another.
func (d *decl) replace(from, to token.Pos, text string) report.Edit {
	return report.Edit{File: d.tok.Name(), Start: d.offset(from), End: d.offset(to), New: text}
}

// initEdits returns the declarations of F1 and the edits in the function.
func (d *decl) initEdits() (string, []report.Edit, *refusal) {
	b := &initBuilder{decl: d, errs: make(map[string]bool), done: make(map[ast.Stmt]bool)}
	for _, part := range d.parts() {
		if r := b.add(part); r != nil {
			return "", nil, r
		}
	}
	if r := b.early(); r != nil {
		return "", nil, r
	}
	d.hasInit = b.body.Len() > 0
	edits := d.renames()
	for _, u := range d.moved {
		if u.inline {
			edits = append(edits, d.inlineEdit(u))
		}
	}
	return b.text(), append(edits, d.errorEdits()...), nil
}

// A part is a statement or expression of a unit, in the order of the source.
type part struct {
	u    *unit
	stmt ast.Stmt // a later change of the unit's variables, or nil for the unit itself
	pos  token.Pos
}

func (d *decl) parts() []part {
	var out []part
	for _, u := range d.moved {
		out = append(out, part{u, nil, u.at.Pos()})
		for _, s := range u.more {
			out = append(out, part{u, s, s.Pos()})
		}
	}
	slices.SortStableFunc(out, func(a, b part) int { return cmp.Compare(a.pos, b.pos) })
	return out
}

// renames returns the edits of the uses of variables that got another name.
func (d *decl) renames() []report.Edit {
	var out []report.Edit
	for obj, name := range d.rename {
		if d.shared[obj] {
			for _, id := range d.outside(obj) {
				out = append(out, d.replace(id.Pos(), id.End(), name))
			}
		}
	}
	return out
}

// inlineEdit puts the variable in the place of the expression.
func (d *decl) inlineEdit(u *unit) report.Edit {
	if u.check != nil {
		p := d.up(u.at).(*ast.AssignStmt)
		return d.replace(p.Lhs[0].End(), p.End(), " "+p.Tok.String()+" "+u.name)
	}
	name := u.name
	if d.isTuple(u) {
		name += ", nil"
	}
	return d.replace(u.at.Pos(), u.at.End(), name)
}

func (d *decl) isTuple(u *unit) bool {
	_, ok := d.Info.TypeOf(u.exprs[0]).(*types.Tuple)
	return ok
}

// initBuilder collects the package variables and the body of func init.
type initBuilder struct {
	*decl
	specs []string // of package variables, comments above
	vars  int      // how many of them
	body  strings.Builder
	plain []*unit
	errs  map[string]bool // error variables that func init has declared
	done  map[ast.Stmt]bool
}

// text returns the declarations.
func (b *initBuilder) text() string {
	var out strings.Builder
	switch {
	case len(b.specs) == 1:
		out.WriteString(varDecl(b.specs[0]))
	case len(b.specs) > 1:
		fmt.Fprintf(&out, "var (\n%s\n)\n", strings.Join(b.specs, "\n"))
	}
	if b.body.Len() > 0 {
		fmt.Fprintf(&out, "\nfunc init() {\n%s}\n", b.body.String())
	}
	return out.String()
}

// varDecl puts var between the comments of a specification and itself.
func varDecl(spec string) string {
	lines := strings.Split(spec, "\n")
	for i, l := range lines {
		if !strings.HasPrefix(l, "//") {
			lines[i] = "var " + l
			break
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// early refuses func init where the function is called before it has run.
func (b *initBuilder) early() *refusal {
	fn, ok := b.node.(*ast.FuncDecl)
	if !ok || b.body.Len() == 0 {
		return nil
	}
	if at := b.state.calledBeforeMain(fn); at.IsValid() {
		return &refusal{fn.Name.Name + " is called during package initialisation", at}
	}
	return nil
}

// add moves one part.
func (b *initBuilder) add(p part) *refusal {
	switch {
	case p.stmt != nil:
		if !b.done[p.stmt] {
			b.done[p.stmt] = true
			b.body.WriteString(b.commented(p.stmt, b.nodeText(p.stmt)))
		}
		return nil
	case b.isPlain(p.u):
		b.plain = append(b.plain, p.u)
		b.addPlain(p.u)
		return nil
	}
	if r := b.declare(p.u); r != nil {
		return r
	}
	return b.addInit(p.u)
}

// isPlain reports whether var x = … is enough for the unit.
func (b *initBuilder) isPlain(u *unit) bool {
	if u.err != nil || u.late || b.runsFixed(u) || u.before != nil || len(u.more) > 0 || len(u.exprs) == 0 || u.inline && b.isTuple(u) {
		return false
	}
	for _, v := range u.vars {
		if v != nil && !b.shared[v] {
			return false
		}
	}
	return !slices.ContainsFunc(u.deps, func(dep *unit) bool { return !slices.Contains(b.plain, dep) })
}

// addPlain adds var x = ….
func (b *initBuilder) addPlain(u *unit) {
	b.vars++
	if u.inline {
		b.specs = append(b.specs, u.name+" = "+b.nodeText(u.exprs[0]))
		return
	}
	spec := strings.Join(b.leftNames(u), ", ")
	if u.typ != nil {
		spec += " " + b.nodeText(u.typ)
	}
	b.specs = append(b.specs, strings.TrimSuffix(b.commented(u.stmt, spec+" = "+b.right(u)), "\n"))
}

// commented puts the comments of a statement around its text.
func (d *decl) commented(s ast.Node, text string) string {
	out := d.commentText(d.leadComments(s)) + text
	if g := d.trailComment(s); g != nil {
		out += " " + d.text(g.Pos(), g.End())
	}
	return out + "\n"
}

// right returns the text of what the unit evaluates.
func (d *decl) right(u *unit) string {
	return d.text(u.exprs[0].Pos(), u.exprs[len(u.exprs)-1].End())
}

// leftNames returns the names on the left side of the definition.
func (d *decl) leftNames(u *unit) []string {
	var out []string
	for _, e := range u.lhs {
		out = append(out, d.finalName(e))
	}
	return out
}

func (d *decl) finalName(e ast.Expr) string {
	id := ast.Unparen(e).(*ast.Ident)
	if name, ok := d.rename[d.local(id)]; ok && d.local(id) != nil {
		return name
	}
	return id.Name
}

// declare adds var x T for what func init assigns.
func (b *initBuilder) declare(u *unit) *refusal {
	if u.inline {
		return b.declareVar(u.name, b.inlineType(u), u.at.Pos())
	}
	for i, v := range u.vars {
		if v != nil && b.shared[v] {
			if r := b.declareVar(b.finalName(u.lhs[i]), v.Type(), v.Pos()); r != nil {
				return r
			}
		}
	}
	return nil
}

// inlineType returns the type of the variable for an expression: its own, or
// that of what it is assigned to where its own has no name here.
func (d *decl) inlineType(u *unit) types.Type {
	t := firstType(d.Info.TypeOf(u.exprs[0]))
	if p, ok := d.up(u.at).(*ast.AssignStmt); ok && len(p.Rhs) == 1 && d.nameable(t) != nil {
		return d.Info.TypeOf(p.Lhs[0])
	}
	return t
}

func (b *initBuilder) declareVar(name string, t types.Type, pos token.Pos) *refusal {
	text, r := b.typeString(t)
	if r != nil {
		r.pos = pos
		return r
	}
	b.vars++
	b.specs = append(b.specs, name+" "+text)
	return nil
}
