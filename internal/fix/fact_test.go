package fix

import (
	"bytes"
	"encoding/gob"
	"go/types"
	"reflect"
	"testing"

	"github.com/lambdainit/lambdainit/internal/hoist"
)

const library = `package store

import (
	"database/sql"
	"os"
	"time"
)

var dsn, table string

func Use(name string) { table = name }

func init() { dsn = os.Getenv("DSN") }

func Open() (*sql.DB, error) { return sql.Open("pgx", dsn) }

func Name() string { return os.Getenv("NAME") }

func Table() (*sql.DB, error) { return sql.Open("pgx", table) }

func Stamped() (*sql.DB, error) { return sql.Open("pgx", time.Now().String()) }

type Store struct{}

func (Store) Open() (*sql.DB, error) { return Open() }

func hidden() {}
`

// F4: what fixes of importing packages know, under drivers that see one
// package at a time.
func TestFact(t *testing.T) {
	p := check(t, library)
	var wire bytes.Buffer
	if err := gob.NewEncoder(&wire).Encode(NewFact(p)); err != nil {
		t.Fatal(err)
	}
	got := new(Fact)
	if err := gob.NewDecoder(&wire).Decode(got); err != nil {
		t.Fatal(err)
	}
	path := p.Pkg.Path()
	want := &Fact{Settled: []string{"(" + path + ".Store).Open", path + ".Open"}, Repeatable: []string{path + ".Name"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if s := got.String(); s != "0 lasting, 2 settled, 1 repeatable" {
		t.Error(s)
	}
	for name, want := range map[string]hoist.Knowledge{"Open": hoist.Settled, "Name": hoist.Repeatable, "Stamped": hoist.Nothing, "Table": hoist.Nothing} {
		if k := got.Known(p.Pkg.Scope().Lookup(name).(*types.Func)); k != want {
			t.Errorf("%s: %v, want %v", name, k, want)
		}
	}
}
