package hoist

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// stubImporter imports the packages below testdata/stubs from source and
// those of the standard library from export data.
type stubImporter struct {
	mu    sync.Mutex
	fset  *token.FileSet
	std   types.Importer
	stubs map[string]*types.Package
}

var stubs = func() *stubImporter {
	fset := token.NewFileSet()
	return &stubImporter{fset: fset, std: importer.ForCompiler(fset, "gc", nil), stubs: make(map[string]*types.Package)}
}()

func (im *stubImporter) Import(path string) (*types.Package, error) {
	im.mu.Lock()
	defer im.mu.Unlock()
	return im.load(path)
}

func (im *stubImporter) load(path string) (*types.Package, error) {
	if p := im.stubs[path]; p != nil {
		return p, nil
	}
	names, _ := filepath.Glob(filepath.Join("testdata", "stubs", path, "*.go"))
	if len(names) == 0 {
		return im.std.Import(path)
	}
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(im.fset, name, nil, 0)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	p, err := (&types.Config{Importer: importerFunc(im.load)}).Check(path, im.fset, files, nil)
	im.stubs[path] = p
	return p, err
}

type importerFunc func(string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// mark stands before a call that has to move; maybe before one in a function
// that not every invocation comes to.
const mark, maybe = "/*move*/", "/*maybe*/"

// testPackage is a package whose marked calls have to move.
type testPackage struct {
	*Package
	src   map[string][]byte // without marks
	calls []Call
}

// loadTest type-checks files; marks are taken out and become positions.
func loadTest(t testing.TB, names []string, src map[string][]byte) *testPackage {
	t.Helper()
	return loadVersion(t, "", names, src)
}

// loadVersion is loadTest for a package of an older version of Go.
func loadVersion(t testing.TB, goVersion string, names []string, src map[string][]byte) *testPackage {
	t.Helper()
	tp := &testPackage{src: make(map[string][]byte)}
	p := &Package{
		Fset: token.NewFileSet(),
		Info: &types.Info{
			Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
			Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object),
			Selections: make(map[*ast.SelectorExpr]*types.Selection), Scopes: make(map[ast.Node]*types.Scope),
			Instances: make(map[*ast.Ident]types.Instance),
		},
		Src: func(name string) ([]byte, error) {
			if b, ok := tp.src[name]; ok {
				return b, nil
			}
			return nil, os.ErrNotExist
		},
		Exclusive: func(fn *types.Func) bool { return fn.FullName() == "example.com/sql.Connect" },
		Module:    "example.com/app",
	}
	tp.Package = p
	for _, name := range names {
		clean, offsets := cutMarks(src[name])
		tp.src[name] = clean
		f, err := parser.ParseFile(p.Fset, name, clean, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		p.Files = append(p.Files, f)
		for _, off := range offsets {
			tp.calls = append(tp.calls, Call{p.Fset.File(f.FileStart).Pos(off.at), off.conditional})
		}
	}
	var errs []error
	config := types.Config{Importer: stubs, GoVersion: goVersion, Error: func(err error) { errs = append(errs, err) }}
	p.Pkg, _ = config.Check("example.com/app", p.Fset, p.Files, p.Info)
	for _, err := range errs {
		t.Errorf("type error: %v", err)
	}
	if len(errs) > 0 {
		for _, name := range names {
			t.Logf("-- %s --\n%s", name, tp.src[name])
		}
		t.FailNow()
	}
	return tp
}

// A marked place is where a mark was.
type markedPlace struct {
	at          int
	conditional bool
}

// cutMarks removes the marks from src and returns where they were.
func cutMarks(src []byte) (out []byte, places []markedPlace) {
	for {
		i := bytes.Index(src, []byte("/*m"))
		if i < 0 {
			return append(out, src...), places
		}
		out = append(out, src[:i]...)
		src = src[i:]
		for _, m := range []string{mark, maybe} {
			if rest, ok := bytes.CutPrefix(src, []byte(m)); ok {
				src = bytes.TrimPrefix(rest, []byte(" "))
				places = append(places, markedPlace{len(out), m == maybe})
			}
		}
	}
}

// constructors are what the second run looks for.
var constructors = map[string]bool{
	"example.com/sdk/config.LoadDefaultConfig": true, "example.com/sdk/s3.NewFromConfig": true,
	"example.com/sdk/s3.New": true, "example.com/sdk/s3.NewUploader": true,
	"example.com/sdk/dynamodb.NewFromConfig": true, "example.com/sdk/dynamodb.New": true,
	"example.com/sdk/session.NewSession": true, "example.com/sdk/session.New": true,
	"example.com/sql.Open": true, "example.com/rt.Load": true, "example.com/rt.New": true, "example.com/rt.Open": true, "example.com/sql.Connect": true, "example.com/mongo.Connect": true,
}

// homes returns the names of the functions that hold marked calls, "" for
// those in no function declaration.
func (tp *testPackage) homes() map[string]bool {
	names := make(map[string]bool)
	for _, c := range tp.calls {
		names[tp.home(c.At)] = true
	}
	return names
}

func (tp *testPackage) home(pos token.Pos) string {
	for _, f := range tp.Files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Pos() <= pos && pos < fn.End() {
				return fn.Name.Name
			}
		}
	}
	return ""
}

// remaining returns the constructor calls in the functions of these names that
// still run per invocation.
func (tp *testPackage) remaining(homes map[string]bool) []Call {
	var out []Call
	pl := newPlanner(tp.Package, Init)
	for _, f := range tp.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if _, ok := call.Fun.(*ast.FuncLit); ok && pl.funcOf(call) == nil {
				return false // oldOnce
			}
			fn := pl.callee(call)
			if fn == nil {
				return true
			}
			if fn.FullName() == "sync.OnceValue" || fn.FullName() == "sync.OnceValues" {
				return false
			}
			if constructors[fn.FullName()] && homes[tp.home(call.Pos())] && pl.state.when(call) != atInit {
				out = append(out, Call{At: call.Pos()})
			}
			return true
		})
	}
	return out
}

// where prints a position as file:line.
func (tp *testPackage) where(pos token.Pos) string {
	p := tp.Fset.Position(pos)
	return fmt.Sprintf("%s:%d", filepath.Base(p.Filename), p.Line)
}
