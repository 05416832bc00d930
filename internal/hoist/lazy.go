package hoist

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"go/version"
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/report"
)

// lazyEdits returns the once functions of F6 and the edits in the function:
// each reported call becomes a call of its once function, its error is
// handled where it was. Once functions of a chain call one another.
func (d *decl) lazyEdits() (string, []report.Edit, *refusal) {
	var out strings.Builder
	var edits []report.Edit
	for _, u := range d.moved {
		if len(u.sites) == 0 {
			edits = append(edits, d.errorLeft(u)...)
			continue
		}
		edits = append(edits, d.unusedLeft(u)...)
		text, r := d.onceFunc(u)
		if r != nil {
			return "", nil, r
		}
		out.WriteString(text + "\n")
		if !within(u.stmt, d.cut) {
			edits = append(edits, d.replace(u.exprs[0].Pos(), u.exprs[0].End(), u.name+"()"))
		}
	}
	return out.String(), edits, nil
}

// onceFunc declares the once function of u.
func (d *decl) onceFunc(u *unit) (string, *refusal) {
	if len(u.exprs) != 1 {
		return "", &refusal{"it is defined together with another value", u.at.Pos()}
	}
	if len(resultTypes(d.Info.TypeOf(u.exprs[0]))) > 2 {
		return "", &refusal{"it has more results than a value and an error", u.exprs[0].Pos()}
	}
	var results []string
	for i, t := range resultTypes(d.Info.TypeOf(u.exprs[0])) {
		if d.nameable(t) != nil && i < len(u.vars) && u.vars[i] != nil {
			t = u.vars[i].Type() // an interface, if the variable was declared as one
		}
		text, r := d.typeString(t)
		if r != nil {
			return "", &refusal{r.why, u.exprs[0].Pos()}
		}
		results = append(results, text)
	}
	body, r := d.onceBody(u)
	if r != nil {
		return "", r
	}
	comments := ""
	if !u.inline && within(u.stmt, d.cut) {
		comments = d.commentText(d.leadComments(u.stmt))
	}
	call, result := d.once(results)
	return fmt.Sprintf("%svar %s = %s(func() %s {\n%s})\n", comments, u.name, call, result, body), nil
}

// once returns what makes a once function of a function with these results,
// and the text of the results.
func (d *decl) once(results []string) (call, result string) {
	call, result = "OnceValue", results[0]
	if len(results) == 2 {
		call, result = "OnceValues", "("+strings.Join(results, ", ")+")"
	}
	sync := d.imports.qualify("sync", "sync")
	if v := d.Pkg.GoVersion(); v == "" || version.Compare(v, "go1.21") >= 0 {
		return sync + call, result
	}
	vars, left := "value "+results[0], "value"
	if len(results) == 2 {
		vars, left = vars+"\nvar err "+results[1], "value, err"
	}
	return fmt.Sprintf(oldOnce, result, result, sync, vars, result, left, left), result
}

// oldOnce does what sync.OnceValue does, for modules whose go.mod names a Go
// before 1.21. It builds again what ended in a panic.
const oldOnce = `func(build func() %s) func() %s {
var mu %sMutex
var built bool
var %s
return func() %s {
mu.Lock()
defer mu.Unlock()
if !built {
%s = build()
built = true
}
return %s
}
}`

func resultTypes(t types.Type) []types.Type {
	tuple, ok := t.(*types.Tuple)
	if !ok {
		return []types.Type{t}
	}
	var out []types.Type
	for v := range tuple.Variables() {
		out = append(out, v.Type())
	}
	return out
}

// onceBody returns the statements of the once function: what u needs, u, and
// the changes that move along with it.
func (d *decl) onceBody(u *unit) (string, *refusal) {
	var b strings.Builder
	needed := d.onceDeps(u)
	for _, p := range d.onceParts(needed) {
		switch {
		case p.stmt != nil:
			b.WriteString(d.commentedIfCut(p.stmt, d.nodeText(p.stmt)))
		case len(p.u.sites) > 0:
			b.WriteString(d.fetch(p.u, append(needed, u)))
		default:
			b.WriteString(d.copied(p.u))
		}
	}
	right := d.nodeText(u.exprs[0])
	if len(u.more) == 0 {
		b.WriteString("return " + right + "\n")
		return b.String(), nil
	}
	left := strings.Join(d.leftNames(u), ", ")
	fmt.Fprintf(&b, "%s := %s\n", left, right)
	switch {
	case u.err == nil && len(u.lhs) > 1, u.err != nil && d.mentionsAny(u.err, u.more):
		return "", &refusal{"it is changed whether it could be built or not", u.more[0].Pos()}
	case u.err != nil:
		fmt.Fprintf(&b, "if %s != nil {\nreturn %s\n}\n", u.err.Name(), left)
	}
	for _, s := range u.more {
		b.WriteString(d.commented(s, d.nodeText(s)))
	}
	b.WriteString("return " + left + "\n")
	return b.String(), nil
}

// onceDeps returns what u needs, without what other once functions need.
func (d *decl) onceDeps(u *unit) []*unit {
	var out []*unit
	var add func(*unit)
	add = func(u *unit) {
		for _, dep := range u.deps {
			if slices.Contains(out, dep) {
				continue
			}
			out = append(out, dep)
			if len(dep.sites) == 0 {
				add(dep)
			}
		}
	}
	add(u)
	return out
}

// onceParts returns the definitions and changes of the units in their order.
func (d *decl) onceParts(units []*unit) []part {
	var out []part
	for _, u := range units {
		out = append(out, part{u, nil, u.at.Pos()})
		if len(u.sites) == 0 {
			for _, s := range u.more {
				out = append(out, part{u, s, s.Pos()})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b part) int { return cmp.Compare(a.pos, b.pos) })
	return slices.CompactFunc(out, func(a, b part) bool { return a.stmt != nil && a.stmt == b.stmt })
}

// fetch calls the once function of a unit; its error has been handled before.
func (d *decl) fetch(u *unit, users []*unit) string {
	if u.inline {
		return ""
	}
	var left []string
	used := false
	for _, e := range u.lhs {
		name := "_"
		if v := d.localVar(e); v != nil && v != u.err && d.usedBy(v, users) {
			name, used = v.Name(), true
		}
		left = append(left, name)
	}
	if !used {
		return ""
	}
	return fmt.Sprintf("%s := %s()\n", strings.Join(left, ", "), u.name)
}

// usedBy reports whether one of the units refers to v other than by defining it.
func (d *decl) usedBy(v *types.Var, users []*unit) bool {
	return slices.ContainsFunc(d.refs[v], func(id *ast.Ident) bool {
		return slices.ContainsFunc(users, func(u *unit) bool {
			return within(id, u.exprs) || within(id, u.more)
		})
	})
}

// copied defines the variables of a unit that is copied, its error left out.
func (d *decl) copied(u *unit) string {
	if len(u.exprs) == 0 {
		return d.commentedIfCut(u.stmt, d.nodeText(u.stmt))
	}
	var left []string
	for _, e := range u.lhs {
		name := d.finalName(e)
		if v := d.localVar(e); v != nil && v == u.err && !d.mentionsAny(v, u.more) {
			name = "_"
		}
		left = append(left, name)
	}
	text := strings.Join(left, ", ") + " := " + d.right(u)
	if u.typ != nil {
		text = "var " + strings.Join(left, ", ") + " " + d.nodeText(u.typ) + " = " + d.right(u)
	}
	return d.commentedIfCut(u.stmt, text)
}

// commentedIfCut is commented for a statement that goes away; the comments of
// others stay where they are.
func (d *decl) commentedIfCut(s ast.Stmt, text string) string {
	if within(s, d.cut) {
		return d.commented(s, text)
	}
	return text + "\n"
}

// unusedLeft blanks the variable that only once functions use now, and drops
// a statement that has no other purpose.
func (d *decl) unusedLeft(u *unit) []report.Edit {
	if u.inline || len(u.vars) != 1 || u.vars[0] == nil {
		return nil
	}
	v := u.vars[0]
	left := 1
	if u.before != nil {
		left = 2
	}
	if len(d.outside(v)) > left {
		return nil
	}
	if u.before != nil {
		d.cut = append(d.cut, u.before)
	}
	p, ok := u.at.(*ast.AssignStmt)
	if !ok || u.err == nil {
		d.cut = append(d.cut, u.stmt)
		return nil
	}
	edits := []report.Edit{d.replace(p.Lhs[0].Pos(), p.Lhs[0].End(), "_")}
	if id, ok := p.Lhs[1].(*ast.Ident); ok && p.Tok == token.DEFINE && d.Info.Defs[id] == nil && d.outside(u.err)[0] != id {
		edits = append(edits, d.replace(p.TokPos, p.TokPos+2, "="))
	}
	return edits
}

// errorLeft repairs the error that is used further down when a definition
// that has been copied is gone.
func (d *decl) errorLeft(u *unit) []report.Edit {
	if u.err == nil || !within(d.refs[u.err][0], d.cut) || !within(u.at, d.cut) {
		return nil
	}
	return d.errorEdit(u.err)
}
