package reach_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/reach"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// TestSmallPrograms checks how often small programs are found to build
// something: 0 where a guard saves it.
func TestSmallPrograms(t *testing.T) {
	for _, test := range []struct {
		name, src string
		want      int
		known     string // what does not work yet
	}{
		{"flag compared with false", `var c *s3.Client; var ready bool
			func handle(ctx context.Context) error { if ready == false { c = s3.New(s3.Options{}); ready = true }; return nil }`, 0, ""},
		{"flag compared with true", `var c *s3.Client; var ready bool
			func handle(ctx context.Context) error { if ready != true { c = s3.New(s3.Options{}); ready = true }; return nil }`, 0, ""},
		{"flag negated in a variable", `var c *s3.Client; var ready bool
			func handle(ctx context.Context) error { missing := !ready; if missing { c = s3.New(s3.Options{}); ready = true }; return nil }`, 0, ""},
		{"table of 40 handlers", table(40), 40, ""},
		{"table of 60 handlers", table(60), 60, ""},
		{"30 regions and the event's (E1)", regions(30), 30, ""},
		{"one helper fills 90 settings from the event (E1)", filled(90), 1, ""},
		{"switch on nil", `var c *s3.Client
			func handle(ctx context.Context) error { switch c { case nil: c = s3.New(s3.Options{}) }; return nil }`, 0, ""},
		{"function from the first of two channels", `func handle(ctx context.Context) error {
				a, b := make(chan func(), 1), make(chan func(), 1)
				a <- func() { s3.New(s3.Options{}) }
				b <- func() {}
				select { case f := <-a: f(); case g := <-b: g() }
				return nil
			}`, 1, ""},
		{"value receiver", `type T struct{ c *s3.Client }
			var t = T{}
			func (x T) get() *s3.Client { if x.c == nil { x.c = s3.New(s3.Options{}) }; return x.c }
			func handle(ctx context.Context) error { t.get(); return nil }`, 1, ""},
		{"flag in an array", `var made [2]bool; var c [2]*s3.Client
			func handle(ctx context.Context) error { if !made[0] { c[0] = s3.New(s3.Options{}); made[0] = true }; return nil }`, 0, ""},
		{"error beside nil", `var c *s3.Client; var err error
			func handle(ctx context.Context) error { if c == nil && err == nil { c, err = build() }; return err }
			func build() (*s3.Client, error) { return s3.New(s3.Options{}), nil }`, 0, ""},
		{"generic lazy value", `type Lazy[T any] struct { v *T; f func() *T }
			func (l *Lazy[T]) Get() *T { if l.v == nil { l.v = l.f() }; return l.v }
			var c = &Lazy[s3.Client]{f: func() *s3.Client { return s3.New(s3.Options{}) }}
			func handle(ctx context.Context) error { _ = c.Get(); return nil }`, 0, ""},
		{"generic lazy value made by the handler", `type Lazy[T any] struct { v *T; f func() *T }
			func (l *Lazy[T]) Get() *T { if l.v == nil { l.v = l.f() }; return l.v }
			func handle(ctx context.Context) error { c := &Lazy[s3.Client]{f: func() *s3.Client { return s3.New(s3.Options{}) }}; _ = c.Get(); return nil }`, 1, ""},
		{"generic registrar", `func run[T any](h func(context.Context, T) error) { lambda.Start(h) }
			func init() { run(func(ctx context.Context, s string) error { s3.New(s3.Options{}); return nil }) }
			func handle(ctx context.Context) error { return nil }`, 1, ""},
		{"method of a type parameter", `type maker interface { Make() *s3.Client }
			type m struct{}
			func (m) Make() *s3.Client { return s3.New(s3.Options{}) }
			func use[T maker](v T) { v.Make() }
			func handle(ctx context.Context) error { use(m{}); return nil }`, 1, ""},
		{"goto", `var c *s3.Client
			func handle(ctx context.Context) error { if c != nil { goto done }; c = s3.New(s3.Options{})
			done: return nil }`, 0, ""},
		{"function variable assigned twice", `func handle(ctx context.Context) error { f := func() {}; f = func() { s3.New(s3.Options{}) }; defer func() { f() }(); return nil }`, 1, ""},
		{"named result set by a deferred function", `func handle(ctx context.Context) (err error) { c := get(); _ = c; return }
			func get() (c *s3.Client) { defer func() { if c == nil { c = s3.New(s3.Options{}) } }(); return nil }`, 1, ""},
		{"rebuilt after a panic", `var c *s3.Client
			func handle(ctx context.Context) error { defer func() { if recover() != nil { c = s3.New(s3.Options{}) } }(); return nil }`, 1, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := reach.Run([]*summary.Package{condense(t, "example.com/small", header+test.src)}, options())
			switch n := len(r.Findings); {
			case n == test.want && test.known != "":
				t.Errorf("works: remove the note %q", test.known)
			case n != test.want && test.known == "":
				t.Errorf("%d findings, want %d: lines %v", n, test.want, lines(r))
			case n != test.want:
				t.Logf("known: %d findings, want %d: %s", n, test.want, test.known)
			}
		})
	}
}

// regions is a program that asks one helper for clients of n regions, and after
// each for one of the event's region.
func regions(n int) string {
	var b strings.Builder
	b.WriteString("func client(region string) *s3.Client { return s3.New(s3.Options{Region: region}) }\n")
	b.WriteString("func handle(ctx context.Context) error {\n")
	for i := range n {
		fmt.Fprintf(&b, "client(\"region%d\")\nclient(ctx.Value(%d).(string))\n", i, i)
	}
	b.WriteString("return nil }\n")
	return b.String()
}

// table is a program that chooses between n handlers by name.
func table(n int) string {
	var b strings.Builder
	b.WriteString("var routes = map[string]func(context.Context) error{\n")
	for i := range n {
		fmt.Fprintf(&b, "\"%d\": h%d,\n", i, i)
	}
	b.WriteString("}\nfunc handle(ctx context.Context) error { return routes[lambdaName(ctx)](ctx) }\nfunc lambdaName(ctx context.Context) string { return ctx.Value(1).(string) }\n")
	for i := range n {
		fmt.Fprintf(&b, "func h%d(ctx context.Context) error { s3.New(s3.Options{}); return nil }\n", i)
	}
	return b.String()
}

// filled is a program in which one helper fills many variables of their own types
// from the event, and one client is made of constants.
func filled(n int) string {
	var b, calls strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "type conf%d struct { Region string }\n", i)
		fmt.Fprintf(&b, "func open%d(ev map[string]string) { var c conf%d; fill(ev, &c); s3.New(s3.Options{Region: c.Region}) }\n", i, i)
		fmt.Fprintf(&calls, "open%d(ev);", i)
	}
	return b.String() + `func fill(in map[string]string, out any) { data, _ := json.Marshal(in); json.Unmarshal(data, out) }
		func handle(ctx context.Context, ev map[string]string) error { ` + calls.String() + ` s3.New(s3.Options{Region: "eu-west-1"}); return nil }`
}
