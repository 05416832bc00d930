package fix

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/hoist"
	"github.com/lambdainit/lambdainit/internal/report"
)

const program = `package p

import "database/sql"

type maker struct{}

func get() maker { return maker{} }

func (maker) open() (*sql.DB, error) { return sql.Open("pgx", "") }

func handle() error {
	db, err := get().open()
	if err != nil {
		return err
	}
	other, err := sql.Open("pgx", "other")
	if err != nil {
		return err
	}
	third, err := sql.Open("pgx", "third")
	if err != nil {
		return err
	}
	if err := third.Ping(); err != nil {
		return err
	}
	if err := other.Ping(); err != nil {
		return err
	}
	return db.Ping()
}

func sometimes(yes bool) error {
	if yes {
		db, err := sql.Open("pgx", "")
		if err != nil {
			return err
		}
		return db.Ping()
	}
	return nil
}
`

// check type-checks a file.
func check(t *testing.T, src string) *hoist.Package {
	t.Helper()
	p := &hoist.Package{
		Fset: token.NewFileSet(),
		Info: &types.Info{
			Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
			Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object),
			Selections: make(map[*ast.SelectorExpr]*types.Selection), Scopes: make(map[ast.Node]*types.Scope),
			Instances: make(map[*ast.Ident]types.Instance),
		},
		Src: func(name string) ([]byte, error) {
			if name != "p.go" {
				return nil, os.ErrNotExist
			}
			return []byte(src), nil
		},
	}
	f, err := parser.ParseFile(p.Fset, "p.go", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	p.Files = []*ast.File{f}
	config := types.Config{Importer: importer.ForCompiler(p.Fset, "gc", nil)}
	if p.Pkg, err = config.Check("example.com/p", p.Fset, p.Files, p.Info); err != nil {
		t.Fatal(err)
	}
	return p
}

// finding is a finding of the n-th call that is written so.
func finding(src, call string, n int) *report.Finding {
	start := -1
	for range n {
		start += 1 + strings.Index(src[start+1:], call)
	}
	return &report.Finding{Pos: position(src, start), End: position(src, start+len(call)), Kind: "sql"}
}

func position(src string, off int) report.Position {
	return report.Position{
		File: "p.go",
		Line: 1 + strings.Count(src[:off], "\n"),
		Col:  off - strings.LastIndexByte(src[:off], '\n'),
	}
}

func TestPlan(t *testing.T) {
	p := check(t, program)
	chained := finding(program, "get().open()", 1) // and not get()
	first, second := finding(program, `sql.Open("pgx", "other")`, 1), finding(program, `sql.Open("pgx", "third")`, 1)
	branch := finding(program, `sql.Open("pgx", "")`, 2)
	keyed, broken, directive := *second, *second, *second
	keyed.Keyed, broken.Broken, directive.Kind = true, "it is never assigned", "directive"
	elsewhere := &report.Finding{Pos: report.Position{File: "q.go", Line: 1, Col: 1}}
	apart := *second
	apart.At = "store/store.go:7"
	nowhere := &report.Finding{Pos: report.Position{File: "p.go", Line: 999, Col: 1}}

	if err := Plan(p, []*report.Finding{chained, first, second, branch, &keyed, &broken, &directive, elsewhere, &apart, nowhere}, hoist.Init); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		f    *report.Finding
		want string
	}{
		{chained, "it calls method open at p.go:12"},
		{&keyed, "it depends on the event"},
		{&broken, "its guard has to be mended"},
		{&directive, ""},
		{elsewhere, ""},
		{&apart, "the call to move stands in another package"},
		{nowhere, "no call stands there"},
	} {
		if test.f.NotFixed != test.want || len(test.f.Fixes) > 0 {
			t.Errorf("%v: %d fixes, not fixed: %q, want %q", test.f.Pos, len(test.f.Fixes), test.f.NotFixed, test.want)
		}
	}
	if want := (report.Position{File: "p.go", Line: 12, Col: 13}); chained.Obstacle != want {
		t.Errorf("what stands in the way is at %v, want %v", chained.Obstacle, want)
	}
	const instead = "Build sql.Open once, on first use, since it can fail and stands under a condition at p.go:34"
	if len(branch.Fixes) != 1 || branch.Fixes[0].Message != instead {
		t.Errorf("under a condition: %v %q", branch.Fixes, branch.NotFixed)
	}
	if len(first.Fixes) != 1 || first.FixedBy != (report.Position{}) {
		t.Errorf("the first of two is not fixed: %q", first.NotFixed)
	}
	if len(second.Fixes) != 0 || second.NotFixed != "" || second.FixedBy != first.Pos {
		t.Errorf("the second does not move along: %v %q", second.FixedBy, second.NotFixed)
	}
}

// D4: a bug of the planner is an error, and nothing is fixed.
func TestPlannerFails(t *testing.T) {
	p := check(t, program)
	p.Exclusive = func(*types.Func) bool { panic("impossible") }
	f := finding(program, "get().open()", 1)
	err := Plan(p, []*report.Finding{f}, hoist.Init)
	if err == nil || !strings.Contains(err.Error(), "impossible") || f.NotFixed == "" {
		t.Errorf("error %v, not fixed: %q", err, f.NotFixed)
	}
}

// Places in files with //line comments are not where they say.
func TestLineComments(t *testing.T) {
	src := strings.Replace(program, "func handle", "//line q.y:100\nfunc handle", 1)
	p := check(t, src)
	f := &report.Finding{Pos: report.Position{File: "q.y", Line: 101, Col: 13}, Kind: "sql"}
	if err := Plan(p, []*report.Finding{f}, hoist.Init); err != nil || f.NotFixed != "the file has //line comments" {
		t.Errorf("error %v, not fixed: %q", err, f.NotFixed)
	}
}

// F4: what the catalogue calls exclusive is not shared.
func TestExclusive(t *testing.T) {
	c, err := catalog.Parse("test", "sql example.com/db.Connect exclusive a connection\nsql example.com/db.Open a pool")
	if err != nil {
		t.Fatal(err)
	}
	pkg := types.NewPackage("example.com/db", "db")
	exclusive := Exclusive(c)
	for name, want := range map[string]bool{"Connect": true, "Open": false, "Other": false} {
		fn := types.NewFunc(token.NoPos, pkg, name, types.NewSignatureType(nil, nil, nil, nil, nil, false))
		if exclusive(fn) != want {
			t.Errorf("%s: exclusive %v", name, !want)
		}
	}
}
