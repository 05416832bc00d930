package guard_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"

	"github.com/lambdainit/lambdainit/internal/guard"
)

// prelude is what the functions of TestFind test and call.
const prelude = `package p

import ("sync"; "sync/atomic"; "time")

type client struct{ url string }

func (c *client) Ping() error  { return nil }
func (c *client) Closed() bool { return false }

type pool struct{ *client }

type store struct {
	c       *client
	ready   bool
	n       int
	clients map[string]*client
	list    []*client
	last    time.Time
	any     any
}

var (
	c, d, e *client
	s       *store
	ready   bool
	clients = map[string]*client{}
	mu      sync.RWMutex
	ptr     atomic.Pointer[client]
	val     atomic.Value
	keyed   sync.Map
	err     error
	never   bool
	whole   *pool
)

func build() *client           { return nil }
func wrap() *pool              { return nil }
func try() (*client, error)    { return nil, nil }
func use(c ...*client)         {}
func get() *store              { return s }
func expired() bool            { return time.Since(s.last) > time.Hour }

`

// TestFind checks which calls each test of a function guards (G2, G3).
func TestFind(t *testing.T) {
	for _, test := range []struct {
		name, body string
		want       []string // see describe
	}{
		{"nil", `if c == nil { c = build() }; use(c)`, []string{"c nil: build"}},
		{"nil at the right", `if nil == c { c = build() }`, []string{"c nil: build"}},
		{"early return", `if c != nil { return }; c = build(); use(c)`, []string{"c nil: build use"}},
		{"early return of what was stored", `if c != nil { use(c); return }; c = build()`, []string{"c nil: build", "c nil inverted: use"}},
		{"else", `if c != nil { use(c) } else { c = build() }`, []string{"c nil: build", "c nil inverted: use"}},
		{"inverted", `if c != nil { c = build() }`, []string{"c nil inverted: build"}},
		{"not", `if !(c != nil) { c = build() }`, []string{"c nil: build"}},
		{"switch", `switch { case c == nil: c = build() }`, []string{"c nil: build"}},
		{"loop", `for c == nil { c = build() }; use(c)`, []string{"c nil: build"}},
		{"or ping", `if c == nil || c.Ping() != nil { c = build() }`, []string{"c nil: build", "c nil inverted: Ping"}},
		{"and", `if c == nil && d == nil { c = build() }`, []string{"c nil: build", "d nil: build"}},
		{"double check", `mu.RLock(); if c == nil { mu.RUnlock(); mu.Lock(); if c == nil { c = build() } }`, []string{"c nil: RUnlock Lock build"}},
		{"assigned in the condition", `if x := c; x == nil { c = build() }`, []string{"c nil: build"}},
		{"field", `if s.c == nil { s.c = build() }`, []string{"s.c nil: build"}},
		{"field of a getter's result", `if get().c == nil { get().c = build() }`, []string{"get.c nil: get build"}},
		{"zero", `if s.n == 0 { use(build()) }`, []string{"s.n nil: build use"}},
		{"empty string", `if c.url == "" { use(build()) }`, []string{"c.url nil: build use"}},
		{"length", `if len(s.list) == 0 { s.list = append(s.list, build()) }`, []string{"s.list nil: build"}},
		{"length more than", `if len(s.list) > 0 { return }; s.list = append(s.list, build())`, []string{"s.list nil: build"}},

		{"flag", `if !ready { c = build(); ready = true }`, []string{"ready: build"}},
		{"flag, early return", `if ready { return }; c = build(); ready = true`, []string{"ready: build"}},
		{"flag the other way round", `if never { c = build(); never = false }`, []string{"never: build"}},
		{"flag compared", `if ready == false { c = build(); ready = true }`, []string{"ready: build"}},
		{"flag negated in a variable", `if missing := !ready; missing { c = build(); ready = true }`, []string{"ready: build"}},
		{"flag in a field", `if !s.ready { s.c = build(); s.ready = true }`, []string{"s.ready: build"}},

		{"miss", `if _, ok := clients["k"]; !ok { clients["k"] = build() }`, []string{`clients["k"] nil: build`}},
		{"miss by value", `if clients["k"] == nil { clients["k"] = build() }`, []string{`clients["k"] nil: build`}},
		{"hit returns", `if x, ok := clients["k"]; ok { use(x); return }; clients["k"] = build()`, []string{`clients["k"] nil: build`, `clients["k"] nil inverted: use`}},
		{"miss in a field", `if _, ok := s.clients["k"]; !ok { s.clients["k"] = build() }`, []string{`s.clients["k"] nil: build`}},
		{"sync.Map", `if _, ok := keyed.Load("k"); !ok { keyed.Store("k", build()) }`, []string{"keyed: build Store", "(*sync.Map).Load(): build Store"}},
		{"atomic.Pointer", `if ptr.Load() == nil { ptr.Store(build()) }`, []string{"ptr nil: build Store", "(*sync/atomic.Pointer[client]).Load() nil: build Store"}},
		{"atomic.Value", `if val.Load() == nil { val.Store(build()) }`, []string{"val nil: build Store", "(*sync/atomic.Value).Load() nil: build Store"}},
		{"type assertion", `if x, ok := s.any.(*client); ok { use(x) } else { s.any = build() }`, []string{"s.any nil: build", "s.any nil inverted: use"}},

		{"expiry alone", `if time.Since(s.last) > time.Hour { s.c = build() }`, []string{"s.last: build", "time.Since(): build"}},
		{"what a function reads", `if expired() { c = build() }`, []string{"expired(): build"}},

		{"together", `if c != nil && d != nil && e != nil { return }; c, d, e = build(), build(), build()`,
			[]string{"c nil: build build build, with d e", "d nil: build build build, with c e", "e nil: build build build, with c d"}},
		{"one of three is missing", `if c == nil || d == nil || e == nil { c, d, e = build(), build(), build() }`,
			[]string{"c nil: build build build, with d e", "d nil: build build build, with c e", "e nil: build build build, with c d"}},

		{"no test", `c = build()`, nil},
		{"constant", `if true { c = build() }`, nil},
		{"error only", `x, err := try(); if err != nil { x = build() }; use(x)`, []string{"try(): build"}},
		{"promoted ping", `if whole != nil { if err := whole.Ping(); err == nil { return } }; whole = wrap()`, []string{"whole nil: wrap", "whole nil inverted: Ping"}},
		{"error of a call on storage only", `if err := c.Ping(); err != nil { c = build() }`, []string{"(*client).Ping(): build", "c: build"}},
		{"no error", `if _, err := try(); err == nil { return }; c = build()`, []string{"try(): build"}},
		{"parameter", `if arg == 1 { c = build() }`, nil},
		{"no call under it", `if c == nil { d = nil }`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			found := guard.Find(function(t, prelude+"func f(arg int) {\n"+test.body+"\n}\n", "f"))
			for _, g := range found {
				if s := describe(g, found); s != "" {
					got = append(got, s)
				}
			}
			slices.Sort(got)
			slices.Sort(test.want)
			if !slices.Equal(got, test.want) {
				t.Errorf("guards of %s\n got %q\nwant %q", test.body, got, test.want)
			}
		})
	}
}

// function returns the SSA form of a function.
func function(t testing.TB, src, name string) *ssa.Function {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, _, err := ssautil.BuildPackage(&types.Config{Importer: std}, fset, types.NewPackage("p", ""), []*ast.File{f}, ssa.BareInits)
	if err != nil {
		t.Fatal(err)
	}
	return pkg.Func(name)
}

var std = importer.Default()

// describe says what a guard tests, which calls stand under it and together
// with which others it holds. It is empty for guards of no call.
func describe(g guard.Guard, all []guard.Guard) string {
	s := storage(g.Conds[0])
	if g.Nil {
		s += " nil"
	}
	if g.Inverted {
		s += " inverted"
	}
	calls := callees(g.Under)
	if len(calls) == 0 {
		return ""
	}
	s += ": " + strings.Join(calls, " ")
	var others []string
	for _, i := range g.And {
		others = append(others, storage(all[i].Conds[0]))
	}
	if slices.Sort(others); len(others) > 0 {
		s += ", with " + strings.Join(others, " ")
	}
	return s
}

// callees names what blocks call.
func callees(blocks []*ssa.BasicBlock) []string {
	var names []string
	for _, block := range blocks {
		for _, in := range block.Instrs {
			if call, ok := in.(*ssa.Call); ok && call.Call.StaticCallee() != nil {
				names = append(names, call.Call.StaticCallee().Name())
			}
		}
	}
	return names
}

// storage names what a condition reads, as the source does.
func storage(v ssa.Value) string {
	if call, ok := v.(*ssa.Call); ok {
		return call.Call.StaticCallee().RelString(call.Parent().Pkg.Pkg) + "()"
	}
	key := guard.Key(v)
	for _, drop := range []string{"global p.", "result p.", "*"} {
		key = strings.ReplaceAll(key, drop, "")
	}
	return key
}

// TestKey checks that one storage has one name in a function, and that others
// have others.
func TestKey(t *testing.T) {
	fn := function(t, prelude+`func (s *store) f(k string) {
		_, _, _, _ = c, c, s.c, s.c
		_, _, _, _ = clients[k], clients[k+"x"], s.clients[k], s.list[0]
		_, _ = s.last, get().c
	}`, "build") // any function: f is a method
	fn = fn.Prog.FuncValue(fn.Pkg.Type("store").Object().Type().(*types.Named).Method(0))
	var got []string
	for _, in := range fn.Blocks[0].Instrs {
		if v, ok := in.(ssa.Value); ok && guard.Key(v) != "" && !strings.HasPrefix(guard.Key(v), "local") {
			got = append(got, guard.Key(v))
		}
	}
	t.Logf("%q", got)
	counts := make(map[string]int)
	for _, k := range got {
		counts[k]++
	}
	for key, n := range map[string]int{"global p.c*": 2, "param s.c*": 2, "global p.clients*[]": 2, "param s.clients*[]": 1, "param s.list*[0]": 1, "result p.get.c*": 1} {
		if counts[key] != n {
			t.Errorf("%q: %d times, want %d", key, counts[key], n)
		}
	}
}

// TestKeyOfNothing checks that what is no storage has no name.
func TestKeyOfNothing(t *testing.T) {
	fn := function(t, prelude+`func f(a, b int) int { use(build()); return a + b }`, "f")
	for _, v := range fn.Params {
		if k := guard.Key(v); k != "" {
			t.Errorf("a parameter is %q", k)
		}
	}
	for _, in := range fn.Blocks[0].Instrs {
		switch v := in.(type) {
		case *ssa.BinOp:
			if k := guard.Key(v); k != "" {
				t.Errorf("%s is %q", v, k)
			}
		case *ssa.Call:
			if k := guard.Key(v); k != "" {
				t.Errorf("%s is %q", v, k)
			}
		}
	}
}

// FuzzFind checks that no control flow graph breaks the search: bodies are put
// together from the statements that the bytes name.
func FuzzFind(f *testing.F) {
	statements := []string{
		"if c == nil {", "if c != nil {", "if ready {", "if !ready || d == nil {", "for c == nil {", "for range arg {", "switch { case d == nil:",
		"}", "}", "}", "return", "c = build()", "d = build()", "ready = true", "clients[``] = build()", "if _, ok := clients[``]; !ok {", "if expired() {", "use(c, d)", "defer use(e)", "e = nil",
	}
	f.Add([]byte{0, 11, 7, 1, 10, 8})
	f.Add([]byte{5, 3, 12, 13, 9, 9, 15, 14, 7})
	f.Fuzz(func(t *testing.T, program []byte) {
		if len(program) > 60 {
			return
		}
		var b strings.Builder
		open := 0
		for _, p := range program {
			s := statements[int(p)%len(statements)]
			if s == "}" && open == 0 {
				continue
			}
			open += strings.Count(s, "{") - strings.Count(s, "}")
			fmt.Fprintln(&b, s)
		}
		b.WriteString(strings.Repeat("}\n", open))
		fn := function(t, prelude+"func f(arg int) {\n"+b.String()+"}\n", "f")
		found := guard.Find(fn)
		for i, g := range found {
			if len(g.Conds) == 0 || len(g.Under) == 0 || g.If == nil {
				t.Errorf("guard %d of\n%s\nis empty: %+v", i, b.String(), g)
			}
			for _, other := range g.And {
				if other == i || other < 0 || other >= len(found) {
					t.Errorf("guard %d of\n%s\nneeds guard %d", i, b.String(), other)
				}
			}
		}
	})
}
