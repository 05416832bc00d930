package branch

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// program marks the exits that may depend on the event.
const program = `package p

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"
)

type event struct{ Body, Kind string; Keys []string }

func load(ctx context.Context, opts ...string) (int, error) { return 0, nil }
func userOf(s string) (string, error) { return s, nil }

var state = 1

func once(ctx context.Context, ev event) error {
	n, err := load(ctx)
	if err != nil {
		return err
	}
	if os.Getenv("X") == "" || state == 2 || n > 3 {
		return errors.New("not set up")
	}
	var region string
	if _, err = load(ctx, region); err != nil {
		return err
	}
	for _, r := range []string{"a", "b"} {
		if r == region {
			return nil
		}
	}
	return nil
}

func depends(ctx context.Context, ev event) (err error) {
	if ev.Body == "" {
		return nil // exit
	}
	var in event
	if err := json.Unmarshal([]byte(ev.Body), &in); err != nil {
		return err // exit
	}
	if in.Kind == "x" {
		return nil // exit
	}
	user, err := userOf(ev.Body)
	if err != nil {
		return err // exit
	}
	_, err = load(ctx)
	if err != nil {
		return err
	}
	n := len(user)
	switch {
	case n > 1:
		panic("x") // exit
	case state == 1:
		log.Println("no exit")
	default:
		os.Exit(2) // exit
	}
	for _, k := range ev.Keys {
		if k == "" {
			continue
		}
		return nil // exit
	}
	defer func() {
		if ev.Kind == "y" {
			return
		}
	}()
	return nil
}

func values(ctx context.Context, r *http.Request) {
	if ctx.Value("user") == nil {
		return // exit
	}
	if _, err := load(r.Context()); err != nil {
		return
	}
	n := 0
	func() { n = int(r.ContentLength) }()
	if n == 0 {
		return // exit
	}
	x := 1
	x += len(r.Host)
	if x == 1 {
		return // exit
	}
	var e event
	e.Kind = r.Host
	if e.Body == "" {
		return // exit
	}
	select {
	case <-ctx.Done():
		return // exit
	default:
	}
}
`

func TestExits(t *testing.T) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", program, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection)}
	if _, err := (&types.Config{Importer: importer.ForCompiler(fset, "gc", nil)}).Check("p", fset, []*ast.File{f}, info); err != nil {
		t.Fatal(err)
	}
	var got []int
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok {
			for _, p := range Exits(info, fn) {
				got = append(got, fset.Position(p).Line)
			}
		}
	}
	var want []int
	for i, line := range strings.Split(program, "\n") {
		if strings.HasSuffix(line, "// exit") {
			want = append(want, i+1)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("exits at %v, want %v", got, want)
	}
}
