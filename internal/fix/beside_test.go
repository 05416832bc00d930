package fix

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/lambdainit/lambdainit/internal/hoist"
)

func TestNamesBeside(t *testing.T) {
	dir := t.TempDir()
	for name, src := range map[string]string{
		"a.go":         "package p\n\nvar here int\n",
		"a_plan9.go":   "package p\n\nimport \"example.com/queue/v2\"\n\nvar conn, _ = queue.Open()\n\nfunc (t) method() {}\n",
		"a_test.go":    "package p\n\nimport store \"example.com/s\"\n\nconst limit = 1\n\nfunc helper() { local := 1 }\n",
		"b_test.go":    "package p_test\n\nvar outside int\n",
		"generator.go": "//go:build ignore\n\npackage main\n\nvar generator int\n",
		"broken.go":    "package p\n\nvar broken = (\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, filepath.Join(dir, "a.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	got := namesBeside(&hoist.Package{Fset: fset, Files: []*ast.File{f}, Pkg: types.NewPackage("p", "p")})
	slices.Sort(got)
	if want := []string{"_", "conn", "helper", "limit", "queue", "store"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
