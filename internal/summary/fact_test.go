package summary_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// program has something of everything that a fact can carry.
const program = `// Package main is a program.
package main

import (
	"context"
	"net/http"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type lister interface{ list(ctx context.Context, n ...int) ([]string, error) }

type base struct{ client *s3.Client }

func (b *base) list(ctx context.Context, n ...int) ([]string, error) { return nil, nil }

type app struct {
	*base
	once  sync.Once
	cache map[string]*s3.Client
	ready bool
}

var (
	client *s3.Client
	a      = &app{cache: map[string]*s3.Client{}}
	l      lister = a
)

func init() { client = nil }

func main() {
	lambda.Start(a.handle)
}

//lambdainit:handler
func marked(ctx context.Context, l lister) { _, _ = l.list(ctx) }

//lambdainit:constructor engine
func rules() *app { return new(app) }

func (a *app) handle(ctx context.Context, event events.SQSEvent) (err error) {
	if client == nil {
		client = s3.New(s3.Options{})
	}
	if c, ok := a.cache[event.Records[0].Body]; !ok {
		a.cache["x"] = s3.New(s3.Options{})
	} else {
		_ = c
	}
	a.once.Do(func() { a.client = s3.New(s3.Options{}) })
	defer func() { _ = http.Transport{} }()
	go marked(ctx, l)
	t := &http.Transport{} //lambdainit:ignore it is a test
	_ = t                  //nolint:lambdainit
	ch := make(chan *s3.Client, 1)
	ch <- client
	select {
	case c := <-ch:
		f := c.ListBuckets
		_, err = f(ctx, nil)
	default:
	}
	for range 2 {
		_ = rules()
	}
	return err
}

func generic[T any](v T) T { return v }
`

// TestFactRoundTrip checks that a fact that was written and read back is
// written the same again, alone and through gob.
func TestFactRoundTrip(t *testing.T) {
	s := newSources(t)
	lib := s.condense("example.com/lib", "package lib\nfunc F() {}\n")
	facts := []*summary.Fact{
		summary.NewFact(s.condense("example.com/program", program), []*summary.Fact{summary.NewFact(lib, nil)}),
		summary.NewFact(lib, nil),
		summary.NewFact(nil, nil),
	}
	for _, fact := range facts {
		first := encoded(t, fact)
		var again summary.Fact
		if err := gob.NewDecoder(bytes.NewReader(first)).Decode(&again); err != nil {
			t.Fatal(err)
		}
		if second := encoded(t, &again); !bytes.Equal(first, second) {
			t.Errorf("%s: encoded differently when read back", fact)
		}
		if fact.String() != again.String() {
			t.Errorf("%s reads back as %s", fact, &again)
		}
		if len(fact.Packages()) != len(again.Packages()) {
			t.Fatalf("%d packages read back as %d", len(fact.Packages()), len(again.Packages()))
		}
		for i, p := range fact.Packages() {
			if got := again.Packages()[i]; got.String() != p.String() || !same(t, got, p) {
				t.Errorf("package %s reads back as\n%s\nwant\n%s", p.Path, got, p)
			}
		}
	}
}

func encoded(t testing.TB, fact *summary.Fact) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(fact); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// same reports whether two packages are equal in all fields: nil and empty
// slices are.
func same(t *testing.T, a, b *summary.Package) bool {
	t.Helper()
	x, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	y, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Equal(x, y)
}

// TestEncodingIsWhole checks that no field gets lost in the encoding: each one
// is filled, written, read and compared.
func TestEncodingIsWhole(t *testing.T) {
	n := 0
	var p summary.Package
	fill(reflect.ValueOf(&p).Elem(), &n)
	data, err := summary.NewFact(&p, nil).GobEncode()
	if err != nil {
		t.Fatal(err)
	}
	var again summary.Fact
	if err := again.GobDecode(data); err != nil {
		t.Fatal(err)
	}
	if got := again.Packages()[0]; !reflect.DeepEqual(*got, p) {
		t.Errorf("read back as\n%+v\nwant\n%+v", *got, p)
	}
	if n < 60 {
		t.Errorf("only %d values were filled", n)
	}
}

// fill gives each field another value.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprint("s", *n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32:
		v.SetInt(int64(*n))
	case reflect.Uint8, reflect.Uint64:
		v.SetUint(uint64(*n) % 200)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	default:
		panic("no value for a " + v.Kind().String())
	}
}

// TestHighBits checks that sets of 64 operands survive JSON's numbers.
func TestHighBits(t *testing.T) {
	p := &summary.Package{Path: "p", Funcs: []*summary.Func{{ID: "p.F", Nodes: []summary.Node{{Op: summary.OpCall, Call: &summary.Call{Ctx: 1<<63 | 1, Hold: 1<<53 + 1}}}}}}
	data, err := summary.NewFact(p, nil).GobEncode()
	if err != nil {
		t.Fatal(err)
	}
	var again summary.Fact
	if err := again.GobDecode(data); err != nil {
		t.Fatal(err)
	}
	if c := again.Packages()[0].Funcs[0].Nodes[0].Call; c.Ctx != 1<<63|1 || c.Hold != 1<<53+1 {
		t.Errorf("Ctx %b, Hold %b", c.Ctx, c.Hold)
	}
}

// TestFactsCarryPackagesOnce checks that what is imported on two ways is
// carried once, imported packages before those that import them.
func TestFactsCarryPackagesOnce(t *testing.T) {
	fact := func(name string, deps ...*summary.Fact) *summary.Fact {
		return reread(t, summary.NewFact(&summary.Package{Path: name}, deps))
	}
	base := fact("base")
	left, right := fact("left", base), fact("right", base)
	top := fact("top", left, right, base)
	want(t, top, "base", "left", "right", "top")
	want(t, fact("top", right, left), "base", "right", "left", "top")
	want(t, fact("top", base, left), "base", "left", "top")
	want(t, summary.NewFact(nil, []*summary.Fact{left, right}), "base", "left", "right")
	want(t, summary.NewFact(nil, nil))
}

// TestFactsOfPassedOver checks that a package of no interest of its own passes
// on all that it imports, also to who knows some of that already.
func TestFactsOfPassedOver(t *testing.T) {
	p, q := summary.NewFact(&summary.Package{Path: "p"}, nil), summary.NewFact(&summary.Package{Path: "q"}, nil)
	between := reread(t, summary.NewFact(nil, []*summary.Fact{p, q}))
	want(t, between, "p", "q")
	want(t, summary.NewFact(&summary.Package{Path: "top"}, []*summary.Fact{q, between}), "q", "p", "top")
}

func reread(t *testing.T, f *summary.Fact) *summary.Fact {
	t.Helper()
	data, err := f.GobEncode()
	if err != nil {
		t.Fatal(err)
	}
	again := new(summary.Fact)
	if err := again.GobDecode(data); err != nil {
		t.Fatal(err)
	}
	return again
}

func want(t *testing.T, f *summary.Fact, paths ...string) {
	t.Helper()
	var got []string
	for _, p := range f.Packages() {
		got = append(got, p.Path)
	}
	if !slices.Equal(got, paths) {
		t.Errorf("the fact carries %v, want %v", got, paths)
	}
	if s := f.String(); s != fmt.Sprintf("condensed bodies of %v", got) {
		t.Errorf("String is %q", s)
	}
}

// TestBadFact checks that what cannot be read is an error that says what to do.
func TestBadFact(t *testing.T) {
	for _, data := range []string{"", "{}", "[", `[{"Funcs":3}]`, `"x"`, "\x00\x01", `[{"Funcs":[{"Nodes":[{"Op":-1}]}]}]`, `[{"Funcs":[{"Nodes":[{"Op":300}]}]}]`} {
		err := new(summary.Fact).GobDecode([]byte(data))
		if err == nil {
			t.Errorf("%q is read without an error", data)
			continue
		}
		if !strings.Contains(err.Error(), "another version of lambdainit") || !strings.Contains(err.Error(), "go clean -cache") {
			t.Errorf("%q: the error does not say what is wrong and what helps: %v", data, err)
		}
	}
}

// FuzzBadFact checks that reading never panics, and that what was read can be
// written and shown.
func FuzzBadFact(f *testing.F) {
	f.Add([]byte(`[{"Path":"p","Funcs":[{"ID":"p.F","Nodes":[{"Op":17,"X":[0],"Call":{"Name":"p.G"}}],"Results":[[0]]}]}]`))
	f.Add([]byte(`[null]`))
	f.Add([]byte(`[{"Funcs":[null]}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var fact summary.Fact
		if fact.GobDecode(data) != nil {
			return
		}
		first, err := fact.GobEncode()
		if err != nil {
			t.Fatal(err)
		}
		_ = fact.String()
		if second, err := reread(t, &fact).GobEncode(); err != nil || !bytes.Equal(first, second) {
			t.Errorf("%v: written differently:\n%s\n%s", err, first, second)
		}
	})
}
