package reach_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/lambdainit/lambdainit/internal/reach"
	"github.com/lambdainit/lambdainit/internal/summary"
)

const header = `package main
import ("context"; "encoding/json"; "github.com/aws/aws-lambda-go/lambda"; "github.com/aws/aws-sdk-go-v2/service/s3")
var _ = json.Marshal
func main() { lambda.Start(handle) }
`

// soon is how long the evaluation of one hard program may take.
const soon = 2 * time.Second

// TestHardPrograms checks that evaluation ends soon on programs that send an
// interpreter in circles, and finds what they build (R1: recursion ends).
func TestHardPrograms(t *testing.T) {
	for _, test := range []struct {
		name, src string
		want      int // findings
		most      int // findings, where it is not clear what has to move
	}{
		{"many handlers in a map", registry(400), 400, 0},
		{"many callers of one helper, half of them with event data (E2)", mixed(60), 30, 0},
		{"recursion", `
			func handle(ctx context.Context) error { return walk(ctx, 3, nil) }
			func walk(ctx context.Context, n int, seen []*s3.Client) error {
				if n == 0 { return nil }
				return walk(ctx, n-1, append(seen, s3.New(s3.Options{})))
			}`, 1, 0},
		{"mutual recursion that grows its argument", `
			type list struct { c *s3.Client; next *list }
			func handle(ctx context.Context) error { even(9, nil); return nil }
			func even(n int, l *list) *list { if n == 0 { return l }; return odd(n-1, &list{s3.New(s3.Options{}), l}) }
			func odd(n int, l *list) *list { if n == 0 { return l }; return even(n-1, &list{nil, l}) }`, 1, 3},
		{"tree recursion", `
			type tree struct { left, right *tree; c *s3.Client }
			func handle(ctx context.Context) error { _ = grow(5); return nil }
			func grow(n int) *tree {
				if n == 0 { return &tree{c: s3.New(s3.Options{})} }
				return &tree{left: grow(n-1), right: grow(n-2), c: grow(n-3).left.right.c}
			}`, 1, 2},
		{"self-embedding interface", `
			type doer interface { do(ctx context.Context) error }
			type layer struct { doer }
			type bottom struct{}
			func (bottom) do(ctx context.Context) error { s3.New(s3.Options{}); return nil }
			func handle(ctx context.Context) error {
				var d doer = bottom{}
				l := layer{d}
				l.doer = l
				for range 9 { l = layer{l} }
				return l.do(ctx)
			}`, 1, 0},
		{"layers around one another", `
			type doer interface { do(ctx context.Context) error }
			type layer struct { doer }
			type bottom struct{}
			func (bottom) do(ctx context.Context) error { s3.New(s3.Options{}); return nil }
			func handle(ctx context.Context) error {
				l := layer{bottom{}}
				for range 9 { l = layer{l} }
				return l.do(ctx)
			}`, 1, 0},
		{"layers of pointers around one another", `
			type doer interface { do(ctx context.Context) error }
			type layer struct { doer }
			type bottom struct{}
			func (bottom) do(ctx context.Context) error { s3.New(s3.Options{}); return nil }
			func handle(ctx context.Context) error {
				var d doer = bottom{}
				for range 9 { d = &layer{d} }
				d = &layer{&layer{&layer{d}}}
				return d.do(ctx)
			}`, 1, 0},
		{"a layer assigned to itself", `
			type doer interface { do(ctx context.Context) error }
			type layer struct { doer }
			type bottom struct{}
			func (bottom) do(ctx context.Context) error { s3.New(s3.Options{}); return nil }
			func handle(ctx context.Context) error {
				l := layer{bottom{}}
				l.doer = l
				return l.do(ctx)
			}`, 1, 0},
		{"two layers that swap", `
			type doer interface { do(ctx context.Context) error }
			type layer struct { doer; other doer }
			type bottom struct{}
			func (bottom) do(ctx context.Context) error { s3.New(s3.Options{}); return nil }
			func handle(ctx context.Context) error {
				a, b := &layer{}, &layer{}
				a.doer, b.doer = b, a
				a.doer, b.doer = bottom{}, a
				return a.do(ctx)
			}`, 1, 0},
		{"pointer to a struct that embeds itself", `
			type doer interface { do() }
			type layer struct { doer; c *s3.Client }
			func handle(ctx context.Context) error {
				l := &layer{}
				l.doer = l
				l.do()
				l.c = s3.New(s3.Options{})
				return nil
			}`, 1, 0},
		{"struct copied into itself", `
			type node struct { kids []node; next *node; m map[string]node; c *s3.Client }
			func handle(ctx context.Context) error {
				var n node
				n.c = s3.New(s3.Options{})
				for range 9 {
					n.kids = append(n.kids, n)
					n.m = map[string]node{"x": n, "y": n.kids[0]}
					n = n.m["x"].kids[0].kids[0]
					m := n
					n.next = &m
					m.next = &n
					*n.next = *m.next
				}
				_, err := n.next.next.kids[0].m["y"].c.ListBuckets(ctx, nil)
				return err
			}`, 1, 0},
		{"array of arrays of itself by pointers", `
			type cube [3]*cube
			func handle(ctx context.Context) error {
				var c cube
				for i := range 3 { c[i] = &c; d := c; d[0] = c[1][2]; c = *d[0] }
				s3.New(s3.Options{})
				return nil
			}`, 1, 0},
		{"builder chain", `
			type builder struct { c *s3.Client; n int }
			func (b builder) with(n int) builder { b.n = n; return b }
			func (b *builder) and(n int) *builder { b.n = n; return b }
			func handle(ctx context.Context) error {
				b := builder{c: s3.New(s3.Options{})}` + strings.Repeat(".with(1)", 200) + `
				p := (&builder{c: s3.New(s3.Options{})})` + strings.Repeat(".and(1)", 200) + `
				_, _ = b, p
				return nil
			}`, 2, 0},
		{"chain of functional options", `
			type config struct { c *s3.Client }
			type option func(config) config
			func handle(ctx context.Context) error {
				cfg := config{}
				for _, o := range []option{` + strings.Repeat("func(c config) config { return c }, ", 40) + `
					func(c config) config { c.c = s3.New(s3.Options{}); return c }} {
					cfg = o(cfg)
				}
				return nil
			}`, 1, 0},
		{"mutually recursive closures", `
			func handle(ctx context.Context) error {
				var even, odd func(n int, f func() *s3.Client) *s3.Client
				even = func(n int, f func() *s3.Client) *s3.Client {
					if n == 0 { return f() }
					return odd(n-1, func() *s3.Client { return even(0, f) })
				}
				odd = func(n int, f func() *s3.Client) *s3.Client {
					return even(n-1, func() *s3.Client { return odd(0, f) })
				}
				_ = even(9, func() *s3.Client { return s3.New(s3.Options{}) })
				return nil
			}`, 1, 0},
		{"fixpoint combinator", `
			type self func(self) func(int) *s3.Client
			func handle(ctx context.Context) error {
				y := func(s self) func(int) *s3.Client { return func(n int) *s3.Client { return s(s)(n) } }
				_ = y(func(s self) func(int) *s3.Client { return func(n int) *s3.Client { if n == 0 { return s3.New(s3.Options{}) }; return s(s)(n-1) } })(3)
				return nil
			}`, 1, 0},
		{"diamond of 100 calls", diamond(100), 1, 0},
		{"diamond of 300 calls", diamond(300), 0, 1}, // deeper than calls are followed
		{"diamond of 100 functions that return what they build", building(100), 1, 0},
		{"diamond of 300 functions that return what they build", building(300), 0, 1},
		{"fan of 200 callers with an argument each", fan(200), 1, 0},
		{"40 types behind one interface", implementations(40), 40, 0},
		{"100 types behind one interface", implementations(100), 40, 100}, // more than a value holds
		{"condition computed from itself", `
			func handle(ctx context.Context) error {
				odd := false
				for range 3 { if odd { s3.New(s3.Options{}) }; odd = !odd }; even := true; for range 3 { if even { break }; even = even == false }
				return nil
			}`, 1, 0},
		{"channel of functions to itself", `
			func handle(ctx context.Context) error {
				ch := make(chan func(), 1)
				var f func()
				f = func() { ch <- f; (<-ch)() }
				ch <- func() { s3.New(s3.Options{}); f() }
				(<-ch)()
				return nil
			}`, 1, 0},
		{"method values of method values", `
			type t struct{ f func() *t; c *s3.Client }
			func (x *t) m() *t { x.f = x.m; if x.c == nil { x.c = s3.New(s3.Options{}) }; return x.f() }
			func handle(ctx context.Context) error { x := &t{}; x.f = x.m; x.f().f().m().f(); return nil }`, 1, 0},
		{"defer, go and recover in circles", `
			func handle(ctx context.Context) error { defer a(); go b(); return nil }
			func a() { defer b(); if recover() != nil { a() } }
			func b() { go a(); s3.New(s3.Options{}); defer func() { defer b() }() }`, 1, 0},
		{"generic recursion", `
			type pair[A, B any] struct { a A; b B }
			func handle(ctx context.Context) error { f(3, 1); return nil }
			func f[T any](n int, v T) { if n > 0 { f(n-1, v); s3.New(s3.Options{}); g(pair[T, int]{v, n}) } }
			func g[T any](v T) { h(func() T { return v }) }
			func h[T any](f func() T) { _ = f() }`, 1, 0},
		{"range over a recursive iterator", `
			type tree struct { l, r *tree; c *s3.Client }
			func (t *tree) all(yield func(*s3.Client) bool) {
				if t == nil { return }
				for c := range t.l.all { if !yield(c) { return } }
				if !yield(s3.New(s3.Options{})) { return }
				for c := range t.r.all { if !yield(c) { return } }
			}
			func handle(ctx context.Context) error { for c := range (&tree{}).all { _ = c }; return nil }`, 1, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := condense(t, "example.com/hard", header+test.src)
			first := evaluate(t, p)
			if n := len(first); n < test.want || n > max(test.want, test.most) {
				t.Errorf("%d findings, want %d: lines %v", n, test.want, first)
			}
			if again := evaluate(t, p); !slices.Equal(first, again) {
				t.Errorf("lines %v, then %v", first, again)
			}
		})
	}
}

// evaluate returns the lines of what is found. It fails the test where that
// takes too long; the evaluation then goes on until all tests have ended.
func evaluate(t *testing.T, p *summary.Package) []int {
	t.Helper()
	done := make(chan []int, 1)
	go func() { done <- lines(reach.Run([]*summary.Package{p}, options())) }()
	select {
	case found := <-done:
		return found
	case <-time.After(soon):
		t.Fatalf("not ended after %v", soon)
		return nil
	}
}

// diamond is a program in which each function calls the next one twice: there
// are 2ⁿ ways to the construction.
func diamond(n int) string {
	var b strings.Builder
	b.WriteString("func handle(ctx context.Context) error { f0(ctx, nil); return nil }\n")
	for i := range n {
		fmt.Fprintf(&b, "func f%d(ctx context.Context, c *s3.Client) { f%d(ctx, c); f%d(ctx, nil) }\n", i, i+1, i+1)
	}
	fmt.Fprintf(&b, "func f%d(ctx context.Context, c *s3.Client) { s3.New(s3.Options{}) }\n", n)
	return b.String()
}

// building is a diamond of derived constructors.
func building(n int) string {
	var b strings.Builder
	b.WriteString("func handle(ctx context.Context) error { _ = f0(); return nil }\n")
	for i := range n {
		fmt.Fprintf(&b, "func f%d() *s3.Client { if c := f%d(); c != nil { return c }; return f%d() }\n", i, i+1, i+1)
	}
	fmt.Fprintf(&b, "func f%d() *s3.Client { return s3.New(s3.Options{}) }\n", n)
	return b.String()
}

// fan is a program in which many call one function, each with a closure.
func fan(n int) string {
	var b strings.Builder
	b.WriteString("func handle(ctx context.Context) error {\n")
	for i := range n {
		fmt.Fprintf(&b, "run(func() *s3.Client { return get(%d) })\n", i)
	}
	b.WriteString("return nil }\nfunc run(f func() *s3.Client) { again(func() *s3.Client { return f() }) }\n")
	b.WriteString("func again(f func() *s3.Client) { f() }\nfunc get(n int) *s3.Client { s3.New(s3.Options{}); return nil }\n")
	return b.String()
}

// implementations is a program in which many types, which call each other, stand behind
// one interface.
func implementations(n int) string {
	var b strings.Builder
	b.WriteString("type doer interface { do(d doer) }\nvar all []doer\nfunc init() { all = []doer{\n")
	for i := range n {
		fmt.Fprintf(&b, "t%d{},", i)
	}
	b.WriteString("} }\nfunc handle(ctx context.Context) error { for _, d := range all { for _, e := range all { d.do(e) } }; return nil }\n")
	for i := range n {
		fmt.Fprintf(&b, "type t%d struct{}\nfunc (t t%d) do(d doer) { d.do(t); s3.New(s3.Options{}) }\n", i, i)
	}
	return b.String()
}

// registry is a program with many handlers in a map.
func registry(n int) string {
	var b strings.Builder
	b.WriteString("var all = map[string]func(context.Context) error{\n")
	for i := range n {
		fmt.Fprintf(&b, "\"%d\": h%d,\n", i, i)
	}
	b.WriteString("}\nvar name string\nfunc handle(ctx context.Context) error { return all[name](ctx) }\n")
	for i := range n {
		fmt.Fprintf(&b, "func h%d(ctx context.Context) error { s3.New(s3.Options{}); return nil }\n", i)
	}
	return b.String()
}

// mixed is a program in which many functions call one helper, every other one
// with event data.
func mixed(n int) string {
	var b strings.Builder
	b.WriteString("func client(region string) *s3.Client { return s3.New(s3.Options{Region: region}) }\nfunc handle(ctx context.Context, e string) error {\n")
	for i := range n {
		fmt.Fprintf(&b, "h%d(e)\n", i)
	}
	b.WriteString("return nil }\n")
	for i := range n {
		fmt.Fprintf(&b, "func h%d(e string) { c := client(%s); _ = c }\n", i, []string{"e", `"x"`}[i%2])
	}
	return b.String()
}
