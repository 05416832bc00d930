package load

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"
	"testing"
)

// What importers cannot see goes, and with it the imports that only that needs.
func TestPrune(t *testing.T) {
	const src = `package p

import (
	"a"
	"b"
	"c"
	"d"
)

const (
	first = iota
	Second
)

const unseen = 1

type Seen struct{ part }

type part struct{ n [size]a.T }

const size = 2

type gone struct{ x b.T }

func (gone) Method() c.T { }

func (*part) method() reached { }

func (l list[T]) Sum() {}

type (
	reached int
	list[T any] []T
	alone   b.T
)

type Alias = list[reached]

var inferred, Exported = start(d.X.Y, func() { x := b.New(); _ = x })

var table = map[string]int{"a": b.N}

func start(d.T) (int, int) { }

func helper(x b.T) { }

func init() { }

var _ b.T = (*gone)(nil)
`
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", blankBodies([]byte(src)), parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	f.Decls = append(f.Decls, &ast.BadDecl{})
	qualifiers := prune([]*ast.File{f})
	if got := strings.Join(slices.Sorted(maps.Keys(qualifiers)), " "); got != "a d" {
		t.Errorf("packages %q are named, want a and d", got)
	}
	var out bytes.Buffer
	if err := format.Node(&out, fset, f); err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{
		"first = iota": true, "unseen": false, "Seen struct": true, "part struct": true, "size = 2": true,
		"gone": false, "method() reached": true, "Sum()": true, "reached": true, "list[T any]": true, "alone": false,
		"Alias": true, "inferred, Exported": true, "table": false, "func start": true, "helper": false, "init()": false,
	} {
		if got := strings.Contains(out.String(), word); got != want {
			t.Errorf("%s: kept %v, want %v in\n%s", word, got, want, &out)
		}
	}
}
