package foreign

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"
)

const library = `package lib

import (
	"context"
	"time"
)

type (
	Client     struct{}
	DB         struct{}
	Engine     struct{}
	Session    struct{ Engine }
	Pool       struct{}
	ListCall   struct{}
	Request    struct{}
	Tx         struct{}
	Pipeliner  interface{ Exec() error }
	Conn       interface{ Close() error }
	Collection struct{}
	Rows       struct{}
	Paginator  struct{}
	Stmt       struct{}
	Uploader   struct{}
)

func (c *Client) R() *Request                        { return nil }
func (c *Client) List(name string) *ListCall         { return nil }
func (c *Client) Do(r *Request) (*Request, error)    { return nil, nil }
func (c *Client) Pipeline() Pipeliner                { return nil }
func (c *Client) Collection(name string) *Collection { return nil }
func (c *Client) WithTimeout(time.Duration) *Client  { return nil }
func (c *Client) WithContext(context.Context) *Client { return nil }
func (c *Client) SetRetries(int) *Client             { return nil }
func (c *Client) Table(name string) *Collection      { return nil }

func (db *DB) Where(args ...any) *DB                      { return nil }
func (db *DB) First(dest any) *DB                         { return nil }
func (db *DB) Debug() *DB                                 { return nil }
func (db *DB) Session(s *Session) *DB                     { return nil }
func (db *DB) Set(name string) *DB                        { return nil }
func (db *DB) Begin() *DB                                 { return nil }
func (db *DB) BeginTx(ctx context.Context) (*Tx, error)   { return nil, nil }
func (db *DB) Query(ctx context.Context) (*Rows, error)   { return nil, nil }
func (db *DB) Prepare(query string) (*Stmt, error)        { return nil, nil }
func (db *DB) Close() error                               { return nil }

func (e *Engine) Where(args ...any) *Session { return nil }
func (e *Engine) NewSession() *Session       { return nil }
func (e *Engine) Ping()                      {}

func (p *Pool) Get() Conn                                  { return nil }
func (p *Pool) Acquire(ctx context.Context) (Conn, error)  { return nil, nil }
func (p *Pool) Dial(ctx context.Context) (Conn, error)     { return nil, nil }

func NewPaginator(c *Client) *Paginator { return nil }
func NewUploader(c *Client) *Uploader   { return nil }
func NewRequest(c *Client) *Request     { return nil }
func Dial(address string) (Conn, error) { return nil, nil }
func AuthToken(user string) string      { return "" }
`

// declared type-checks a package and returns its functions by name, methods as
// Type.Method.
func declared(t *testing.T, path, src string) map[string]*types.Func {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "lib.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Defs: make(map[*ast.Ident]types.Object)}
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	if _, err := conf.Check(path, fset, []*ast.File{f}, info); err != nil {
		t.Fatal(err)
	}
	out := make(map[string]*types.Func)
	for _, obj := range info.Defs {
		if fn, ok := obj.(*types.Func); ok {
			name := fn.Name()
			if recv := fn.Signature().Recv(); recv != nil {
				name = typeName(recv.Type()) + "." + name
			}
			out[name] = fn
		}
	}
	return out
}

// TestOneUse tells requests, transactions and the like from clients (P1, F4).
func TestOneUse(t *testing.T) {
	fns := declared(t, "example.com/lib", library)
	for name, want := range map[string]bool{
		"Client.R":           true,
		"Client.List":        true,
		"Client.Do":          false,
		"Client.Pipeline":    true,
		"Client.Collection":  false,
		"Client.WithTimeout": false,
		"Client.WithContext": true,
		"Client.SetRetries":  false,
		"Client.Table":       false,
		"DB.Where":           true,
		"DB.First":           true,
		"DB.Debug":           false,
		"DB.Session":         false,
		"DB.Set":             false,
		"DB.Begin":           true,
		"DB.BeginTx":         true,
		"DB.Query":           true,
		"DB.Prepare":         false,
		"DB.Close":           false,
		"Engine.Where":       true,
		"Engine.NewSession":  true,
		"Engine.Ping":        false,
		"Pool.Get":           true,
		"Pool.Acquire":       true,
		"Pool.Dial":          false,
		"NewPaginator":       true,
		"NewUploader":        false,
		"NewRequest":         false,
		"Dial":               false,
	} {
		if got := OneUse(fns[name]); got != want {
			t.Errorf("%s: %t, want %t", name, got, want)
		}
	}
}

// TestMomentary tells what gives something else on each call (P1, F4).
func TestMomentary(t *testing.T) {
	for _, c := range []struct {
		path, src, name string
		want            bool
	}{
		{"time", "package time\nfunc Now() int { return 0 }", "Now", true},
		{"time", "package time\nfunc Date() int { return 0 }", "Date", false},
		{"math/rand", "package rand\nfunc Intn() int { return 0 }", "Intn", true},
		{"math/rand", "package rand\nfunc NewSource() int { return 0 }", "NewSource", false},
		{"math/rand", "package rand\ntype Rand int\nfunc (Rand) Intn() int { return 0 }", "Rand.Intn", false},
		{"github.com/google/uuid", "package uuid\nfunc NewString() string { return \"\" }", "NewString", true},
		{"github.com/google/uuid", "package uuid\nfunc Parse() {}", "Parse", false},
		{"example.com/lib", library, "AuthToken", true},
		{"example.com/lib", library, "NewRequest", false},
	} {
		if got := Momentary(declared(t, c.path, c.src)[c.name]); got != c.want {
			t.Errorf("%s.%s: %t, want %t", c.path, c.name, got, c.want)
		}
	}
}
