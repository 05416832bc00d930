package hoist

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/edit"
	"github.com/lambdainit/lambdainit/internal/report"
)

// planRest plans once functions for what Init refuses: what can fail behind a
// condition on the event, say (F4). They are planned for the result of the
// fix that there is, and become part of it.
func (d *decl) planRest() {
	rest := d.refused()
	if len(rest) == 0 {
		return
	}
	after, edits := d.planner, sorted(d.edits)
	if d.fix != nil {
		if after = d.result(edits); after == nil {
			return
		}
	}
	lazy := after.declAt(d, edits, rest)
	if lazy == nil {
		return
	}
	lazy.plan()
	if lazy.fix == nil {
		return
	}
	text := edit.Splice(edit.Splice(d.src, edits), sorted(lazy.edits))
	fix, r := d.checkedFix(edit.Between(d.tok.Name(), d.src, text))
	if r != nil {
		return
	}
	fix.Message = d.messageWith(lazy, rest)
	d.fix, d.rest = fix, lazy
	maps.Copy(d.names.taken, lazy.names.taken)
	for i, s := range lazy.sites {
		if s.refused == nil {
			rest[i].refused = nil
		}
	}
}

// refused returns the sites that are not moved.
func (d *decl) refused() []*site {
	var out []*site
	for _, s := range d.sites {
		if s.refused != nil {
			out = append(out, s)
		}
	}
	return out
}

// messageWith says what the fix does: what moves and what is built on first
// use, and why that is.
func (d *decl) messageWith(lazy *decl, rest []*site) string {
	text := lazy.message()
	for i, s := range lazy.sites {
		if s.refused == nil {
			text += ", since " + rest[i].refused.at(d.Fset)
			break
		}
	}
	if d.fix != nil {
		text = d.fix.Message + "; " + strings.ToLower(text[:1]) + text[1:]
	}
	return text
}

// sorted returns the edits in their order.
func sorted(edits []report.Edit) []report.Edit {
	return slices.SortedStableFunc(slices.Values(edits), func(a, b report.Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
}

// result returns a planner for the package as the edits make it, or nil.
func (d *decl) result(edits []report.Edit) *planner {
	name := d.tok.Name()
	text := edit.Splice(d.src, edits)
	p := *d.Package
	p.Src = func(file string) ([]byte, error) {
		if file == name {
			return text, nil
		}
		return d.Src(file)
	}
	p.Info = &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object),
		Selections: make(map[*ast.SelectorExpr]*types.Selection), Scopes: make(map[ast.Node]*types.Scope),
		Instances: make(map[*ast.Ident]types.Instance),
	}
	files, pkg, errs := edit.Load(d.unit(), map[string][]byte{name: text}, p.Info)
	if len(errs) > 0 {
		return nil
	}
	p.Files, p.Pkg = files, pkg
	pl := newPlanner(&p, Lazy)
	for taken := range d.names.taken {
		pl.names.taken[taken] = true
	}
	return pl
}

// declAt returns what d became with the edits, to plan the rest of its sites
// with once functions; nil if one cannot be found.
func (pl *planner) declAt(d *decl, edits []report.Edit, rest []*site) *decl {
	file := pl.fileNamed(d.tok.Name())
	var calls []Call
	for _, s := range rest {
		off := d.offset(bracket(s.expr))
		for _, e := range edits {
			if e.End <= d.offset(bracket(s.expr)) {
				off += len(e.New) - (e.End - e.Start)
			}
		}
		calls = append(calls, Call{At: pl.Fset.File(file.FileStart).Pos(off)})
	}
	was := pl.decls
	pl.decls = nil
	sites := pl.locate(calls)
	found := pl.decls
	pl.decls = was
	if len(found) != 1 || len(found[0].sites) != len(sites) {
		return nil
	}
	found[0].mode = Lazy
	found[0].sites = sites
	return found[0]
}

// bracket returns the place that tells a call or composite literal from others.
func bracket(e ast.Expr) token.Pos {
	if lit, ok := e.(*ast.CompositeLit); ok {
		return lit.Lbrace
	}
	return e.(*ast.CallExpr).Lparen
}

func (pl *planner) fileNamed(name string) *ast.File {
	for _, f := range pl.Files {
		if pl.Fset.File(f.FileStart).Name() == name {
			return f
		}
	}
	panic("no file " + name)
}
