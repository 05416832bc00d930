package summary_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"slices"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// TestBuildDeterministic checks that a package condenses to the same bytes
// each time, whatever was condensed before it.
func TestBuildDeterministic(t *testing.T) {
	others := []string{"package a\ntype T struct{}\nfunc (T) M() {}\n", "package b\nimport \"net/http\"\nvar C = &http.Client{}\n", "package c\nfunc F() {}\n"}
	var first string
	for i := range 6 {
		s := newSources(t)
		for j := range i % 4 {
			n := (i + j) % len(others)
			s.condense(fmt.Sprintf("example.com/other%d", n), others[n])
		}
		p := s.condense("example.com/program", program)
		data := string(encoded(t, summary.NewFact(p, nil)))
		if first == "" {
			first = data
		}
		if data != first {
			t.Fatalf("condensed differently the %d. time", i+1)
		}
	}
}

// TestBuildTwice checks that condensing leaves the syntax and the types as
// they were.
func TestBuildTwice(t *testing.T) {
	s := newSources(t)
	f, err := parser.ParseFile(s.fset, "/src/file.go", program, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	one, two := s.build("example.com/program", f), s.build("example.com/program", f)
	if one.String() != two.String() || !same(t, one, two) {
		t.Error("the second time gives another result")
	}
}

// TestSorted checks what Lookup and others depend on.
func TestSorted(t *testing.T) {
	p := newSources(t).condense("example.com/program", program)
	byID := func(a, b *summary.Func) int { return strings.Compare(a.ID, b.ID) }
	if !slices.IsSortedFunc(p.Funcs, byID) {
		t.Error("functions are not sorted")
	}
	if !slices.IsSortedFunc(p.Types, func(a, b *summary.Type) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("types are not sorted")
	}
	if !slices.IsSorted(p.Convs) || len(slices.Compact(slices.Clone(p.Convs))) != len(p.Convs) {
		t.Errorf("conversions are not sorted, each once: %v", p.Convs)
	}
	for _, f := range p.Funcs {
		if p.Lookup(f.ID) != f {
			t.Errorf("Lookup does not find %s", f.ID)
		}
	}
	if f := p.Lookup("example.com/program.none"); f != nil {
		t.Errorf("Lookup finds %s", f.ID)
	}
}

// TestRefs checks that all references of a condensed body lead to nodes of it.
func TestRefs(t *testing.T) {
	p := newSources(t).condense("example.com/program", program)
	for _, f := range p.Funcs {
		check := func(what string, refs []summary.Ref, none bool) {
			for _, r := range refs {
				if int(r) >= len(f.Nodes) || r < summary.None || r == summary.None && !none {
					t.Errorf("%s: %s leads to node %d of %d", f.ID, what, r, len(f.Nodes))
				}
			}
		}
		for i, n := range f.Nodes {
			check(fmt.Sprintf("node %d", i), n.X, true)
			for _, g := range n.Guards {
				if int(g) >= len(f.Guards) || !slices.Contains(f.Guards[g].Under, summary.Ref(i)) {
					t.Errorf("%s: node %d is not under its guard %d", f.ID, i, g)
				}
			}
			if n.Pos.IsValid() && int(n.Pos.F) >= len(p.Files) {
				t.Errorf("%s: node %d is in file %d of %d", f.ID, i, n.Pos.F, len(p.Files))
			}
		}
		for i, g := range f.Guards {
			check(fmt.Sprintf("condition of guard %d", i), g.Conds, true)
			check(fmt.Sprintf("guard %d", i), g.Under, true)
			for _, a := range g.And {
				if int(a) >= len(f.Guards) || int(a) == i {
					t.Errorf("%s: guard %d needs guard %d", f.ID, i, a)
				}
			}
		}
		for i, refs := range f.Results {
			check(fmt.Sprintf("result %d", i), refs, true)
		}
		for i := range f.Params {
			if f.Nodes[i].Op != summary.OpParam {
				t.Errorf("%s: node %d is %s, want parameter %d", f.ID, i, f.Nodes[i].Op, i)
			}
		}
		for i := range f.NumFree {
			if op := f.Nodes[len(f.Params)+i].Op; op != summary.OpFree {
				t.Errorf("%s: captured variable %d is %s", f.ID, i, op)
			}
		}
	}
}

// TestFuncs checks what is known of functions besides their bodies.
func TestFuncs(t *testing.T) {
	const path = "example.com/program."
	p := newSources(t).condense("example.com/program", program)
	for id, want := range map[string]summary.Func{
		path + "main":                 {Name: "main.main", Starts: true},
		path + "init":                 {Name: "main.init"},
		path + "init#1":               {Name: "main.init#1"},
		path + "marked":               {Name: "main.marked", Handler: true},
		path + "rules":                {Name: "main.rules", Constructor: "engine"},
		path + "generic":              {Name: "main.generic"},
		"(*" + path + "app).handle":   {Name: "main.(*app).handle", Handler: true, Recv: true, Fails: true},
		"(*" + path + "app).handle$1": {Name: "func literal in main.(*app).handle", NumFree: 1},
		"(*" + path + "base).list":    {Name: "main.(*base).list", Recv: true, Fails: true},
	} {
		f := p.Lookup(id)
		if f == nil {
			t.Errorf("no %s", id)
			continue
		}
		got := summary.Func{Name: f.Name, Starts: f.Starts, Handler: f.Handler, Constructor: f.Constructor, Recv: f.Recv, Fails: f.Fails, NumFree: f.NumFree}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s is\n%+v\nwant\n%+v", id, got, want)
		}
	}
	handle := p.Lookup("(*" + path + "app).handle")
	var classes []entry.Class
	for _, param := range handle.Params {
		classes = append(classes, param.Class)
	}
	if !slices.Equal(classes, []entry.Class{entry.Plain, entry.Context, entry.Event}) {
		t.Errorf("classes of handle's parameters: %v", classes)
	}
}

// TestTypes checks that promoted methods are known with the way to them.
func TestTypes(t *testing.T) {
	p := newSources(t).condense("example.com/program", program)
	i := slices.IndexFunc(p.Types, func(t *summary.Type) bool { return t.ID == "*example.com/program.app" })
	if i < 0 {
		t.Fatalf("no type *app among %d", len(p.Types))
	}
	for _, m := range p.Types[i].Methods {
		if m.Name == "list" {
			if m.Func != "(*example.com/program.base).list" || !slices.Equal(m.Path, []string{"base"}) ||
				m.Key() != "list(context.Context, ...int) ([]string, error)" {
				t.Errorf("the promoted method is %+v, key %q", m, m.Key())
			}
			return
		}
	}
	t.Error("no promoted method list")
}

// TestIgnores checks where annotations silence (S1, S2).
func TestIgnores(t *testing.T) {
	src := `package p

//lambdainit:ignore the whole function
func f() {
	g()
}

func g() {
	f() //lambdainit:ignore this line
	//lambdainit:ignore the next line
	f()
	f() //lambdainit:ignore
	f() //nolint:lambdainit,other // why
	f() //nolint:all
	f() //nolint
	f() //nolint:errcheck
	f() // lambdainit:ignore is no directive
	f() //lambdainit:ignored neither
}
`
	var got []string
	for _, i := range newSources(t).condense("example.com/p", src).Ignores {
		got = append(got, fmt.Sprintf("%d-%d reason=%t nolint=%t", i.From, i.To, i.Reason, i.Nolint))
	}
	want := []string{"4-6 reason=true nolint=false", "9-9 reason=true nolint=false", "10-11 reason=true nolint=false",
		"12-12 reason=false nolint=false", "13-13 reason=true nolint=true", "14-14 reason=true nolint=true", "15-15 reason=true nolint=true"}
	if !slices.Equal(got, want) {
		t.Errorf("silenced are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestNolintLines checks that //nolint above something silences all of it, and
// any other annotation one line (S1, S2).
func TestNolintLines(t *testing.T) {
	src := `package p

func g() {
	//nolint:lambdainit
	if true {
		g()
	}
	//nolint:lambdainit
	// because
	g()
		//nolint:lambdainit // is not above the if, but beside
	if true {
		g()
	}
	//lambdainit:ignore one line
	if true {
		g()
	}
}
`
	var got []string
	for _, i := range newSources(t).condense("example.com/p", src).Ignores {
		got = append(got, fmt.Sprintf("%d-%d", i.From, i.To))
	}
	if want := []string{"4-7", "8-10", "11-12", "15-16"}; !slices.Equal(got, want) {
		t.Errorf("silenced are %q, want %q", got, want)
	}
}

func TestNolint(t *testing.T) {
	for comment, want := range map[string][2]bool{
		"//nolint":                              {true, false},
		"// nolint because":                     {true, false},
		"//nolint:all":                          {true, false},
		"//nolint:gosec,all":                    {true, false},
		"//nolint:lambdainit":                   {false, true},
		"//nolint:gosec, LambdaInit // because": {false, true},
		"//nolint:gosec":                        {},
		"//nolint:gosec // lambdainit":          {},
		"//nolint:lambdainit because":           {}, // an unknown linter's name
		"//nolinting":                           {},
		"/*nolint*/":                            {},
		"// so no //nolint":                     {},
	} {
		if all, named := summary.Nolint(comment); all != want[0] || named != want[1] {
			t.Errorf("%s: %t, %t", comment, all, named)
		}
	}
}

// TestTestFiles checks that test files are left out (S3).
func TestTestFiles(t *testing.T) {
	s := newSources(t)
	var files []*ast.File
	for name, src := range map[string]string{"p.go": "package p\nfunc F() { G() }\nfunc G() {}\n", "p_test.go": "package p\nimport \"github.com/aws/aws-lambda-go/events\"\nfunc H(events.SQSEvent) { F() }\n"} {
		f, err := parser.ParseFile(s.fset, "/src/"+name, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	p := s.build("example.com/p", files...)
	if p.Lookup("example.com/p.F") == nil || p.Lookup("example.com/p.H") != nil {
		t.Errorf("want F, not H, of\n%s", p)
	}
}

// TestString checks how condensed bodies are shown.
func TestString(t *testing.T) {
	src := `package p

import (
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client *s3.Client

func Client() *s3.Client {
	if client == nil {
		client = s3.New(s3.Options{})
	}
	return client
}

func Start(h func()) { lambda.Start(h) }
`
	got := newSources(t).condense("example.com/p", src).String()
	for _, want := range []string{
		"package example.com/p (3 functions, 0 types)\n",
		"\nexample.com/p.Client\n",
		" = global example.com/p.client []",
		" = call static github.com/aws/aws-sdk-go-v2/service/s3.New guards[0] builds aws-client ",
		" line 12\n",
		"  guard 0: client line 11 over [",
		"inverted=false shadowed=false\n",
		"\nexample.com/p.Start starts\n",
		"  0 = param [] line 0\n",
		" = iface [0] line 0\n",
		"  return [[",
		"  return []\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for op := summary.OpParam; op <= summary.OpCall; op++ {
		if op.String() == "" {
			t.Errorf("operation %d has no name", op)
		}
	}
}

// TestPrune checks that a body keeps what its calls, results, stores and
// guards are computed from, and drops the rest.
func TestPrune(t *testing.T) {
	for _, test := range []struct {
		name, src string
		keep      []string // operations, in order
	}{
		{"nothing", `func f() { x := 1; x++; _ = x }`, nil},
		{"parameters", `func f(a int, b *T) { _ = a + 1; _ = b }`, []string{"param", "param"}},
		{"local arithmetic", `func f(a int) { if a > 1 { a *= 2 }; for range a { a-- } }`, []string{"param"}},
		{"calls with what they get", `func f(t *T) { use(t.Next) }`, []string{"param", "fieldaddr", "load", "call"}},
		{"results", `func f(t *T) *T { return t.Next }`, []string{"param", "fieldaddr", "load"}},
		{"stores", `func f(t *T) { t.Next = t }`, []string{"param", "fieldaddr", "store"}},
		{"stores of constants into package variables", `func f() { g = nil }`, []string{"global", "store"}},
		{"loads that guards of callers may test", `func f() bool { return g == nil }`, []string{"global", "load", "taint"}},
		{"flags set for callers that test them", `func f(t *T) { t.N = 1 }`, []string{"param", "fieldaddr", "store"}},
		{"stores of constants elsewhere", `func f() { var t T; t.N = 1; use(&t) }`, []string{"alloc", "call"}},
		{"conditions of guards", `func f(t *T) { if t.Next == nil { t.Next = use(nil) } }`, []string{"param", "fieldaddr", "load", "call", "fieldaddr", "store"}},
		{"flags set under guards", `func f(t *T) { if !t.Done { use(nil); t.Done = true } }`, []string{"param", "fieldaddr", "load", "call", "fieldaddr", "store"}},
		{"closures", `func f(t *T) { h := func() { use(t) }; h() }`, []string{"param", "alloc", "store", "closure", "call"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newSources(t).condense("example.com/p", "package p\ntype T struct { Next *T; N int; Done bool }\nvar g *T\nfunc use(t *T) *T { return t }\n"+test.src+"\n")
			var got []string
			f := p.Lookup("example.com/p.f")
			for _, n := range f.Nodes {
				got = append(got, n.Op.String())
			}
			if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(test.keep))) {
				t.Errorf("kept are %v, want %v:\n%s", got, test.keep, f)
			}
		})
	}
}

// TestComputes checks which calls are taken for plain computations: those of
// other modules' functions that get nothing to call, keep or fill.
func TestComputes(t *testing.T) {
	s := newSources(t)
	s.condense("example.com/own", "package own\nfunc Name(s string) string { return s }\n")
	for _, test := range []struct {
		call     string
		computes bool
	}{
		{`strings.ToUpper(s)`, true},
		{`strings.Join(strings.Split(s, ","), ";")`, true},
		{`strconv.Atoi(s)`, true},
		{`errors.New(s)`, true},
		{`time.Duration(len(s)).String()`, true},
		{`fmt.Sprintf("%s", any(b))`, true},
		{`log.Print(b)`, true},
		{`strings.Map(f, s)`, false},
		{`fmt.Fprint(b, s)`, false},
		{`fmt.Sscan(s, b)`, false},
		{`strings.NewReader(s)`, false},
		{`b.WriteString(s)`, false},
		{`own.Name(s)`, false},
		{`sql.Open(s, s)`, false},
		{`f('x')`, false},
	} {
		p := s.condense("example.com/program", "package program\nimport (\"bytes\"; \"database/sql\"; \"errors\"; \"fmt\"; \"log\"; \"strconv\"; \"strings\"; \"time\"; \"example.com/own\")\n"+
			"var _ = []any{sql.Open, errors.New, fmt.Print, log.Print, strconv.Itoa, strings.ToUpper, time.Now, own.Name}\n"+
			"func F(s string, b *bytes.Buffer, f func(rune) rune) { "+test.call+" }\n")
		calls := slices.ContainsFunc(p.Lookup("example.com/program.F").Nodes, func(n summary.Node) bool { return n.Op == summary.OpCall })
		if calls == test.computes {
			t.Errorf("%s: kept as a call: %t, want %t", test.call, calls, !test.computes)
		}
	}
}

// TestPlain checks of which values only the dependence on the event is kept.
func TestPlain(t *testing.T) {
	p := newSources(t).condense("example.com/program", `package program
type T struct { Name string; Next *T; Err error; Any any }
func F(t *T, s string, m map[string]string) (string, *T, error, any, string) {
	return t.Name + s, t.Next, t.Err, t.Any, m[s]
}
`)
	f := p.Lookup("example.com/program.F")
	plain := func(r summary.Ref) bool { n := f.Nodes[r]; return n.Plain || n.Op == summary.OpTaint }
	for i, want := range []bool{true, false, true, false, true} {
		if got := plain(f.Results[i][0]); got != want {
			t.Errorf("result %d: plain %t, want %t", i, got, want)
		}
	}
	for i, want := range []bool{false, true, false} {
		if got := f.Nodes[i].Plain; got != want {
			t.Errorf("parameter %d: plain %t, want %t", i, got, want)
		}
	}
}

// TestPruneStores checks what is dropped: stores into objects that nothing else uses,
// and the lists of variadic arguments that are only appended or printed.
func TestPruneStores(t *testing.T) {
	s := newSources(t)
	for _, test := range []struct {
		body string
		ops  []summary.Op // apart from parameters
	}{
		{`o := &T{}; o.S = s; o.Next = t`, nil},
		{`o := &T{}; o.S = s; use(o)`, []summary.Op{summary.OpAlloc, summary.OpFieldAddr, summary.OpStore, summary.OpCall}},
		{`o := &T{}; o.S = s; t.Next = o`, []summary.Op{summary.OpAlloc, summary.OpFieldAddr, summary.OpStore, summary.OpFieldAddr, summary.OpStore}},
		{`fmt.Println(s, t)`, nil},
		{`l := append([]string{}, s); println(l)`, nil},
		{`l := append([]any(nil), s, &s); all(l...)`, []summary.Op{summary.OpAlloc, summary.OpStore, summary.OpLoad, summary.OpJoin, summary.OpCall, summary.OpTaint}},
		{`l := append([]any(nil), t); all(l...)`, []summary.Op{summary.OpAlloc, summary.OpElemAddr, summary.OpIface, summary.OpStore, summary.OpJoin, summary.OpJoin, summary.OpCall}},
	} {
		p := s.condense("example.com/program", "package program\nimport \"fmt\"\nvar _ = fmt.Sprint\ntype T struct { S string; Next *T }\nfunc use(*T) {}\nfunc all(...any) {}\nfunc F(s string, t *T) { "+test.body+" }\n")
		var ops []summary.Op
		for _, n := range p.Lookup("example.com/program.F").Nodes[2:] {
			ops = append(ops, n.Op)
		}
		if !slices.Equal(ops, test.ops) {
			t.Errorf("%s: nodes %v, want %v", test.body, ops, test.ops)
		}
	}
}
