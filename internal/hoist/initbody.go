package hoist

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
)

// addInit adds the statements of a unit to func init.
func (b *initBuilder) addInit(u *unit) *refusal {
	if u.inline {
		b.addInline(u)
		return nil
	}
	if u.before != nil {
		b.body.WriteString(b.commentText(b.leadComments(u.before)))
		if g := b.trailComment(u.before); g != nil {
			b.body.WriteString(b.text2(g) + "\n")
		}
	}
	text, r := b.definition(u)
	if r != nil {
		return r
	}
	if u.check != nil && u.check.stmt == u.stmt {
		b.body.WriteString(b.commentText(b.leadComments(u.stmt)) + text + "\n")
		b.addCheck(u, false)
		return nil
	}
	b.body.WriteString(b.commented(u.stmt, text))
	if u.check != nil {
		b.addCheck(u, true)
	}
	return nil
}

func (b *initBuilder) text2(g *ast.CommentGroup) string { return b.decl.text(g.Pos(), g.End()) }

// definition returns the text that gives the unit's variables their values.
func (b *initBuilder) definition(u *unit) (string, *refusal) {
	var locals, globals []*types.Var
	for _, v := range u.vars {
		switch {
		case v == nil:
		case b.shared[v]:
			globals = append(globals, v)
		default:
			locals = append(locals, v)
		}
	}
	if _, isVar := u.stmt.(*ast.DeclStmt); isVar && len(globals) == 0 {
		return b.nodeText(u.stmt), nil
	}
	if len(u.exprs) == 0 {
		return "", nil
	}
	right := b.right(u)
	if len(globals) == 0 {
		if u.err != nil {
			b.errs[u.err.Name()] = true
		}
		return strings.Join(b.leftNames(u), ", ") + " := " + right, nil
	}
	head, r := b.localVars(locals)
	return head + b.errVar(u.err) + strings.Join(b.leftNames(u), ", ") + " = " + right, r
}

// localVars declares variables of func init that a definition assigns
// together with package variables.
func (b *initBuilder) localVars(vars []*types.Var) (string, *refusal) {
	var out strings.Builder
	for _, v := range vars {
		t, r := b.typeString(v.Type())
		if r != nil {
			return "", r
		}
		name := v.Name()
		if n, ok := b.rename[v]; ok {
			name = n
		}
		fmt.Fprintf(&out, "var %s %s\n", name, t)
	}
	return out.String(), nil
}

// errVar declares the error variable on first need.
func (b *initBuilder) errVar(err *types.Var) string {
	if err == nil {
		return ""
	}
	return b.errNamed(err.Name())
}

func (b *initBuilder) errNamed(name string) string {
	if b.errs[name] {
		return ""
	}
	b.errs[name] = true
	return "var " + name + " error\n"
}

// addInline adds the assignment of an expression's variable.
func (b *initBuilder) addInline(u *unit) {
	right := b.nodeText(u.exprs[0])
	switch {
	case u.check != nil:
		fmt.Fprintf(&b.body, "%s%s, %s = %s\n", b.errVar(u.err), u.name, u.err.Name(), right)
		b.addCheck(u, true)
	case b.isTuple(u):
		fmt.Fprintf(&b.body, "%s%s, err = %s\nif err != nil {\npanic(err)\n}\n", b.errNamed("err"), u.name, right)
	default:
		fmt.Fprintf(&b.body, "%s = %s\n", u.name, right)
	}
}

// addCheck adds the check of the error; a return of it becomes a panic.
func (b *initBuilder) addCheck(u *unit, lead bool) {
	c := u.check
	if lead {
		b.body.WriteString(b.commentText(b.leadComments(c.stmt)))
	}
	body := b.nodeText(c.stmt.Body, b.panicSubs(u)...)
	fmt.Fprintf(&b.body, "if %s %s", b.nodeText(c.stmt.Cond), body)
	if g := b.trailComment(c.stmt); g != nil {
		b.body.WriteString(" " + b.text2(g))
	}
	b.body.WriteString("\n")
}

// panicSubs turns the return of a check into a panic with what it returned.
func (b *initBuilder) panicSubs(u *unit) []sub {
	ret := u.check.ret
	switch {
	case ret == nil:
		return nil
	case u.check.drop:
		list := u.check.stmt.Body.List
		return []sub{{list[len(list)-2].End(), ret.End(), ""}}
	case u.check.text == nil:
		return []sub{{ret.Pos(), ret.End(), "panic(" + u.err.Name() + ")"}}
	}
	e := u.check.text
	return []sub{{ret.Pos(), e.Pos(), "panic("}, {e.End(), ret.End(), ")"}}
}
