package hoist

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/edit"
	"github.com/lambdainit/lambdainit/internal/report"
)

// verify makes the fix of the edits if the result compiles and keeps all
// comments; else everything is refused (F5).
func (d *decl) verify() {
	if len(d.edits) == 0 {
		return
	}
	fix, r := d.checkedFix(d.edits)
	if r != nil {
		d.refuseAll(r)
		return
	}
	fix.Message = d.message()
	d.fix = fix
}

// checkedFix makes a fix of the edits, or says what is wrong with the result.
func (d *decl) checkedFix(edits []report.Edit) (*report.Fix, *refusal) {
	name := d.tok.Name()
	fix := report.Fix{Edits: edits}
	d.lineEndings(fix.Edits)
	contents, dropped, err := edit.Apply([]report.Fix{fix}, d.Src)
	switch {
	case err != nil:
		return nil, &refusal{why: "the file cannot be read: " + err.Error()}
	case len(dropped) > 0:
		return nil, &refusal{why: dropped[0].Reason}
	case contents[name] == nil:
		return nil, &refusal{why: "nothing would change"}
	case d.lost(contents[name]) != "":
		return nil, &refusal{why: "a comment would be lost: " + d.lost(contents[name])}
	}
	if r := d.compiles(contents); r != nil {
		return nil, r
	}
	fix.Edits = d.clean(fix.Edits, contents[name])
	return &fix, nil
}

// message says what the fix does.
func (d *decl) message() string {
	var names []string
	for _, s := range d.fixed() {
		names = append(names, d.siteName(s))
	}
	what := strings.Join(slices.Compact(names), ", ")
	if d.mode == Lazy {
		return "Build " + what + " once, on first use"
	}
	return "Move " + what + " to package scope"
}

func (d *decl) siteName(s *site) string {
	if call, ok := s.expr.(*ast.CallExpr); ok {
		if fn := d.callee(call); fn != nil {
			return quoted(fn)
		}
	}
	return types.TypeString(d.Info.TypeOf(s.expr), func(p *types.Package) string { return p.Name() })
}

// lineEndings gives inserted text the line endings of the file.
func (d *decl) lineEndings(edits []report.Edit) {
	if !bytes.Contains(d.src, []byte("\r\n")) {
		return
	}
	for i := range edits {
		text := strings.ReplaceAll(edits[i].New, "\r\n", "\n")
		edits[i].New = strings.ReplaceAll(text, "\n", "\r\n")
	}
}

// clean returns edits whose plain application gives the wanted text: drivers
// other than the command may neither format nor drop imports.
func (d *decl) clean(edits []report.Edit, want []byte) []report.Edit {
	name := d.tok.Name()
	if formatted, err := format.Source(d.src); err == nil && bytes.Equal(formatted, d.src) {
		return edit.Between(name, d.src, want)
	}
	if f, err := parser.ParseFile(token.NewFileSet(), name, want, parser.ImportsOnly); err == nil {
		edits = append(edits, d.unusedImports(f)...)
	}
	slices.SortStableFunc(edits, func(a, b report.Edit) int { return a.Start - b.Start })
	return edits
}

// lost returns a comment that the new text lacks, or "". Those of statements
// that are dropped do not count.
func (d *decl) lost(now []byte) string {
	left := commentCount(now)
	for _, c := range d.droppedComments() {
		left[commentKey(c)]++
	}
	for text, n := range commentCount(d.src) {
		if left[text] < n {
			return text
		}
	}
	return ""
}

// droppedComments returns the comments on and in statements that are dropped.
func (d *decl) droppedComments() []*ast.Comment {
	var out []*ast.Comment
	for _, s := range d.closed {
		groups := d.leadComments(s)
		if g := d.trailComment(s); g != nil {
			groups = append(groups, g)
		}
		for _, g := range d.file.Comments {
			if within(g, []ast.Node{s}) {
				groups = append(groups, g)
			}
		}
		for _, g := range groups {
			out = append(out, g.List...)
		}
	}
	return out
}

// commentCount counts the comments by text, indentation left out.
func commentCount(src []byte) map[string]int {
	count := make(map[string]int)
	f, err := parser.ParseFile(token.NewFileSet(), "", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return count
	}
	for _, g := range f.Comments {
		for _, c := range g.List {
			count[commentKey(c)]++
		}
	}
	return count
}

func commentKey(c *ast.Comment) string {
	return strings.Join(strings.Fields(strings.TrimLeft(c.Text, "/")), " ")
}

// compiles refuses a result with more errors than the package has now.
func (pl *planner) compiles(contents map[string][]byte) *refusal {
	errs := pl.check(contents)
	if len(errs) == 0 || len(errs) <= len(pl.check(nil)) {
		return nil
	}
	return &refusal{why: fmt.Sprintf("the result would not compile: %v", errs[0])}
}

func (pl *planner) check(contents map[string][]byte) []error {
	return edit.Check(pl.unit(), contents)
}

func (pl *planner) unit() edit.Unit {
	return edit.Unit{
		Path: pl.Pkg.Path(), Fset: pl.Fset, Files: pl.Files, Importer: newImporter(pl.Pkg),
		Config: types.Config{GoVersion: pl.Pkg.GoVersion(), FakeImportC: true},
	}
}

// verifyTogether checks that all fixes together compile; fixes that only
// compile alone are refused, later ones first.
func (pl *planner) verifyTogether() {
	var fixes []report.Fix
	for _, d := range pl.decls {
		if r := d.runsLater(); r != nil {
			d.refuseAll(r)
			d.planRest()
		}
		if d.fix == nil {
			continue
		}
		if r := d.joins(fixes); r != nil {
			d.refuseAll(r)
			continue
		}
		fixes = append(fixes, *d.fix)
	}
}

// joins reports why the fix cannot be made together with the others.
func (d *decl) joins(fixes []report.Fix) *refusal {
	if len(fixes) == 0 {
		return nil
	}
	contents, dropped, err := edit.Apply(append(fixes, *d.fix), d.Src)
	if err != nil || len(dropped) > 0 {
		return &refusal{why: "it overlaps the fix of another function"}
	}
	return d.compiles(contents)
}
