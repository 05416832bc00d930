package hoist

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lambdainit/lambdainit/internal/edit"
	"github.com/lambdainit/lambdainit/internal/report"
)

var update = flag.Bool("update", false, "write what comes out into the goldens")

// TestGolden plans and applies the fixes of each testdata/*.txtar in both
// modes. An archive holds the files of a package, with /*move*/ before each
// call to move, then what becomes of them: init/NAME and lazy/NAME are the
// changed files, init/refused and lazy/refused the reasons, init/instead
// what once functions are for.
func TestGolden(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			g := newGolden(ar)
			g.version = string(versionName.Find(ar.Comment))
			got := slices.Concat(g.run(t, Init, "init/"), g.run(t, Lazy, "lazy/"))
			if *update {
				ar.Files = append(g.inputs, got...)
				if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			g.compare(t, got)
		})
	}
}

// versionName is a version of Go that the comment of an archive names.
var versionName = regexp.MustCompile(`go1\.[0-9]+`)

type golden struct {
	version      string
	inputs, want []txtar.File
	names        []string
	src          map[string][]byte
}

func newGolden(ar *txtar.Archive) *golden {
	g := &golden{src: make(map[string][]byte)}
	for _, f := range ar.Files {
		if strings.Contains(f.Name, "/") {
			g.want = append(g.want, f)
			continue
		}
		g.inputs = append(g.inputs, f)
		g.names = append(g.names, f.Name)
		g.src[f.Name] = f.Data
	}
	return g
}

func (g *golden) compare(t *testing.T, got []txtar.File) {
	want := make(map[string]string)
	for _, f := range g.want {
		want[f.Name] = string(f.Data)
	}
	for _, f := range got {
		if want[f.Name] != string(f.Data) {
			t.Errorf("%s:\n%s", f.Name, edit.Diff(f.Name, []byte(want[f.Name]), f.Data))
		}
		delete(want, f.Name)
	}
	for name := range want {
		t.Errorf("%s: in the golden, but nothing came out", name)
	}
}

// run plans, applies, checks and returns what came out.
func (g *golden) run(t *testing.T, mode Mode, prefix string) []txtar.File {
	t.Helper()
	tp := loadVersion(t, g.version, g.names, g.src)
	outcomes := Plan(tp.Package, tp.calls, mode)
	var out []txtar.File
	if text := tp.refusals(outcomes); text != "" {
		out = append(out, txtar.File{Name: prefix + "refused", Data: []byte(text)})
	}
	if text := tp.instead(outcomes); text != "" {
		out = append(out, txtar.File{Name: prefix + "instead", Data: []byte(text)})
	}
	changed := applyAll(t, tp, outcomes)
	checkShape(t, tp, outcomes, changed)
	for _, name := range g.names {
		if data, ok := changed[name]; ok {
			out = append(out, txtar.File{Name: prefix + name, Data: data})
		}
	}
	if len(changed) > 0 {
		g.second(t, changed, mode, tp.homes())
	}
	return out
}

// refusals prints the reasons of an outcome.
func (tp *testPackage) refusals(outcomes []Outcome) string {
	var b strings.Builder
	for _, o := range outcomes {
		if o.Refused == "" {
			continue
		}
		fmt.Fprintf(&b, "%s: %s\n", tp.where(o.Call), o.Refused)
		if o.RefusedAt.IsValid() && !strings.HasSuffix(o.Refused, " at "+tp.where(o.RefusedAt)) {
			fmt.Fprintf(&b, "\tstands at %s\n", tp.where(o.RefusedAt))
		}
	}
	return b.String()
}

// instead prints what the fixes say that are others than was asked for.
func (tp *testPackage) instead(outcomes []Outcome) string {
	var b strings.Builder
	for _, o := range outcomes {
		if o.Fix != nil && strings.Contains(o.Fix.Message, ", since ") {
			fmt.Fprintf(&b, "%s: %s\n", tp.where(o.Call), o.Fix.Message)
		}
	}
	return b.String()
}

// applyAll applies all fixes; none may be dropped.
func applyAll(t testing.TB, tp *testPackage, outcomes []Outcome) map[string][]byte {
	t.Helper()
	var fixes []report.Fix
	for _, o := range outcomes {
		if o.Fix != nil {
			fixes = append(fixes, *o.Fix)
		}
	}
	changed, dropped, err := edit.Apply(fixes, tp.Src)
	if err != nil || len(dropped) > 0 {
		t.Fatal(err, dropped)
	}
	return changed
}

// checkShape checks what every outcome has to fulfil: a fix for each call or
// a reason, fixes that need no formatting, no comment lost.
func checkShape(t *testing.T, tp *testPackage, outcomes []Outcome, changed map[string][]byte) {
	t.Helper()
	carried := make(map[token.Pos]bool)
	for _, o := range outcomes {
		if o.Fix != nil {
			carried[o.Call] = true
			for _, w := range o.With {
				carried[w] = true
			}
		}
	}
	for _, o := range outcomes {
		if carried[o.Call] == (o.Refused != "") {
			t.Errorf("%s: moved %v, refused %q", tp.where(o.Call), carried[o.Call], o.Refused)
		}
	}
	for name, data := range changed {
		if lost := lostComment(tp.src[name], data); lost != "" {
			t.Errorf("%s: comment lost: %s", name, lost)
		}
		if formatted, err := format.Source(data); err != nil || !bytes.Equal(formatted, data) {
			t.Errorf("%s: not formatted (%v)", name, err)
		}
	}
	for _, o := range outcomes {
		if o.Fix != nil {
			checkAlone(t, tp, *o.Fix)
		}
	}
}

// lostComment returns a comment of old that now lacks, or "": those of deferred
// calls may go with them (F3).
func lostComment(old, now []byte) string {
	left := commentCount(now)
	for text, n := range deferComments(old) {
		left[text] += n
	}
	for text, n := range commentCount(old) {
		if left[text] < n {
			return text
		}
	}
	return ""
}

// deferComments counts the comments in the functions with a defer that stand
// on the lines of a defer or on those right above.
func deferComments(src []byte) map[string]int {
	fset := token.NewFileSet()
	count := make(map[string]int)
	f, err := parser.ParseFile(fset, "", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return count
	}
	line := func(p token.Pos) int { return fset.Position(p).Line }
	ast.Inspect(f, func(n ast.Node) bool {
		s, ok := n.(*ast.DeferStmt)
		if !ok {
			return true
		}
		for _, g := range f.Comments {
			if line(g.End())+1 == line(s.Pos()) || line(s.Pos()) <= line(g.Pos()) && line(g.Pos()) <= line(s.End()) {
				for _, c := range g.List {
					count[commentKey(c)]++
				}
			}
		}
		return true
	})
	return count
}

// checkAlone checks that the edits of a fix, spliced in as they are, give a
// formatted file that compiles.
func checkAlone(t *testing.T, tp *testPackage, fix report.Fix) {
	t.Helper()
	name := fix.Edits[0].File
	edits := slices.Clone(fix.Edits)
	slices.SortStableFunc(edits, func(a, b report.Edit) int { return b.Start - a.Start })
	src := string(tp.src[name])
	for _, e := range edits {
		src = src[:e.Start] + e.New + src[e.End:]
	}
	formatted, err := format.Source([]byte(src))
	clean, _ := format.Source(tp.src[name])
	if err != nil || !bytes.Contains([]byte(src), []byte("\r\n")) && bytes.Equal(clean, tp.src[name]) && string(formatted) != src {
		t.Errorf("%s: the bare edits are not formatted: %v\n%s", name, err, edit.Diff(name, []byte(src), formatted))
	}
	all := make(map[string][]byte)
	for n, data := range tp.src {
		all[n] = data
	}
	all[name] = []byte(src)
	loadVersion(t, tp.Pkg.GoVersion(), fileNames(tp), all)
}

func fileNames(tp *testPackage) []string {
	var out []string
	for _, f := range tp.Files {
		out = append(out, tp.Fset.File(f.FileStart).Name())
	}
	return out
}

// second checks that the result compiles and a second run finds nothing.
func (g *golden) second(t *testing.T, changed map[string][]byte, mode Mode, homes map[string]bool) {
	t.Helper()
	src := make(map[string][]byte)
	for name, data := range g.src {
		src[name], _ = cutMarks(data)
	}
	for name, data := range changed {
		src[name] = data
	}
	tp := loadVersion(t, g.version, g.names, src)
	for _, o := range Plan(tp.Package, tp.remaining(homes), mode) {
		if o.Fix != nil {
			t.Errorf("second run moves %s:\n%v", tp.where(o.Call), o.Fix.Edits)
		}
	}
}
