package load

import (
	"bytes"
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestBlankBodies(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"plain", "func f() {\n\treturn // }\n}\nvar x int", "func f() {\n            \n}\nvar x int"},
		{"method", "func (t *T) f(a, b int) (x int, err error) { g() }", "func (t *T) f(a, b int) (x int, err error) {     }"},
		{"struct result", "func f() struct{ x int } { g() }", "func f() struct{ x int } {     }"},
		{"interface result", "func f() interface {\n\tM()\n} { g() }", "func f() interface {\n\tM()\n} {     }"},
		{"generic", "func f[T interface{ ~int }](x map[string]T) chan<- T { g() }", "func f[T interface{ ~int }](x map[string]T) chan<- T {     }"},
		{"strings", "func f() { g(\"}\\\"\", '}', '\\'', `}`) }", "func f() {                          }"},
		{"comments", "// func f() {x}\n/* {\nfunc g() {x} */\nfunc f() { /* } */ }", "// func f() {x}\n/* {\nfunc g() {x} */\nfunc f() {         }"},
		{"raw string", "var s = `\nfunc f() { x }\n`", "var s = `\nfunc f() { x }\n`"},
		{"no body", "func f()\nvar x = T{1}", "func f()\nvar x = T{1}"},
		{"name", "funcs { x }", "funcs { x }"},
		{"indented", "\tfunc f() { x }", "\tfunc f() { x }"},
		{"crlf", "func f() {\r\n\tx\r\n}", "func f() {\r\n  \r\n}"},
		{"unclosed", "func f() { x", "func f() {  "},
		{"empty", "func f() {}\nfunc g() {x}", "func f() {}\nfunc g() { }"},
	} {
		if got := string(blankBodies([]byte(test.in))); got != test.want {
			t.Errorf("%s:\n%q\nwant\n%q", test.name, got, test.want)
		}
	}
}

// All of the standard library declares the same with and without bodies.
func TestBlankBodiesOfRealCode(t *testing.T) {
	for _, folder := range []string{"net/http", "go/types", "crypto/tls", "reflect", "syscall", "encoding/json", "slices"} {
		files, err := filepath.Glob(filepath.Join(runtime.GOROOT(), "src", folder, "*.go")) //nolint:staticcheck // tests run beside a Go
		if err != nil || len(files) == 0 {
			t.Fatalf("no files of %s: %v", folder, err)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sameDeclarations(t, file, src)
		}
	}
}

// sameDeclarations requires that blanking changes nothing but bodies. It
// reports whether src could be parsed at all.
func sameDeclarations(t *testing.T, name string, src []byte) bool {
	whole, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	blanked, err := parser.ParseFile(token.NewFileSet(), name, blankBodies(bytes.Clone(src)), parser.SkipObjectResolution)
	if err != nil {
		t.Errorf("%s: blanked: %v", name, err)
		return true
	}
	if a, b := declarations(whole), declarations(blanked); a != b {
		t.Errorf("%s: blanking changed\n%s\nto\n%s", name, a, b)
	}
	return true
}

// declarations writes down all nodes outside bodies, with their positions.
func declarations(f *ast.File) string {
	var b strings.Builder
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil:
			return false
		case *ast.BlockStmt:
			b.WriteString(positions(n))
			return false
		case *ast.Ident:
			b.WriteString(n.Name)
		}
		b.WriteString(positions(n))
		return true
	})
	return b.String()
}

func positions(n ast.Node) string {
	return string(rune('a'+n.Pos()%1000)) + string(rune('a'+n.End()%1000)) + " "
}

func FuzzBlankBodies(f *testing.F) {
	f.Add([]byte("package p\n\nfunc f() struct{ x int } { return `}` }\n"))
	f.Add([]byte("package p\nfunc f()\nfunc (t T) g[P any](x interface{}) { func() { '}' } }"))
	f.Fuzz(func(t *testing.T, src []byte) {
		n := bytes.Count(src, []byte("\n"))
		if got := blankBodies(bytes.Clone(src)); len(got) != len(src) || bytes.Count(got, []byte("\n")) != n {
			t.Errorf("%q became %q", src, got)
		}
	})
}

func TestToolexec(t *testing.T) {
	compile := filepath.Join(runtime.GOROOT(), "pkg", "tool", runtime.GOOS+"_"+runtime.GOARCH, "compile") //nolint:staticcheck // as above
	for _, test := range []struct {
		args []string
		code int
		out  string
	}{
		{[]string{compile, "-V=full"}, 0, "compile version go"},
		{[]string{compile, "-o", "x.a", "x.go"}, 1, refusal},
		{[]string{"no-such-tool", "-V=full"}, 1, "no-such-tool"},
		{nil, 1, refusal},
	} {
		var out bytes.Buffer
		if code := Toolexec(test.args, &out, &out); code != test.code || !strings.Contains(out.String(), test.out) {
			t.Errorf("%q: exit code %d, output %q", test.args, code, out.String())
		}
	}
}

// Where there is a shell, it refuses just as Toolexec does; where there is
// neither, mode Auto takes source.
func TestRefusers(t *testing.T) {
	l := &loader{Config: Config{Mode: Auto}}
	command := l.refuser()
	if len(command) == 0 {
		if flags := l.exportFlags(); flags != nil {
			t.Errorf("flags %q without a refuser", flags)
		}
		t.Skip("no shell")
	}
	for _, arg := range []string{"-V=full", "-o"} {
		args := []string{"go", arg}
		var out, want bytes.Buffer
		code := Toolexec(args, &want, &want)
		cmd := exec.Command(command[0], append(command[1:], args...)...)
		cmd.Stdout, cmd.Stderr = &out, &out
		if err := cmd.Run(); (err == nil) != (code == 0) || out.String() != want.String() {
			t.Errorf("%s: %v, %q; want exit code %d, %q", arg, err, out.String(), code, want.String())
		}
	}
}

func TestQuoteCommand(t *testing.T) {
	for _, test := range []struct {
		args []string
		want string
		ok   bool
	}{
		{[]string{"/bin/x", "y"}, "/bin/x y", true},
		{[]string{"/my programs/x", "it's", ""}, `'/my programs/x' "it's" ''`, true},
		{[]string{`both ' and "`}, "", false},
	} {
		if got, ok := quoteCommand(test.args); got != test.want || ok != test.ok {
			t.Errorf("%q: %q, %v", test.args, got, ok)
		}
	}
}

// A binary built with an older Go than the code needs says which to use.
func TestBuiltWithOlderGo(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("a.go", "package m\n\nvar x int\n")
	cfg := Config{Dir: dir, Env: append(os.Environ(), "GOWORK=off", "GOFLAGS="), builtWith: "go1.24.3"}

	put("go.mod", "module m\ngo 1.24\n")
	if r, err := Load(context.Background(), cfg); err != nil || len(r.Errors) > 0 {
		t.Errorf("a module for go1.24: %v, %v", r, err)
	}
	put("go.mod", "module m\ngo 1.26\n")
	_, err := Load(context.Background(), cfg)
	if err == nil || !strings.HasPrefix(err.Error(), "lambdainit was built with go1.24.3, the code needs go1.26; rebuild it: GOTOOLCHAIN="+runtime.Version()+" go install ") {
		t.Errorf("a module for go1.26: %v", err)
	}
	put("go.mod", "module m\ngo 1.24\n")
	put("a.go", "package m\n\nvar x int = y\n")
	r, err := Load(context.Background(), cfg)
	if err != nil || len(r.Errors) != 2 || !strings.HasPrefix(r.Errors[0].Message, "lambdainit was built with go1.24.3") {
		t.Errorf("a module with errors: %v, %v", r, err)
	}
}

func TestOlder(t *testing.T) {
	for _, test := range []struct {
		built, needs string
		want         bool
	}{
		{"go1.26.1", "go1.26.8", false},
		{"go1.26.8", "go1.27.0", true},
		{"go1.26.8", "go1.27rc1 X:loopvar", true},
		{"go1.27", "go1.26", false},
		{"devel go1.28-abcdef", "go1.29", false},
		{"go1.26", "go", false},
	} {
		l := &loader{Config: Config{builtWith: test.built}}
		if got := l.older(test.needs); got != test.want {
			t.Errorf("%q older than %q: %v", test.built, test.needs, got)
		}
	}
}

// Source that an older Go misreads makes Load try export data.
func TestNeedsExports(t *testing.T) {
	own := &node{listed: &listed{}, own: true, needed: true}
	std := &node{listed: &listed{}, typing: []types.Error{{Msg: "unknown feature"}}}
	for _, test := range []struct {
		built string
		mode  Mode
		nodes []*node
		want  bool
	}{
		{"go1.25", Auto, []*node{std, own}, true},
		{"go1.26", Auto, []*node{std, own}, false},
		{"go1.25", Source, []*node{std, own}, false},
		{"go1.25", Auto, []*node{own}, false},
		{"go1.25", Auto, []*node{std}, false},
	} {
		l := &loader{Config: Config{builtWith: test.built, Mode: test.mode}, env: goEnv{GOVERSION: "go1.26.1"}, order: test.nodes}
		if got := l.needsExports(); got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}

// Export data that cannot be read sends mode Auto to the source.
func TestUnreadableExportData(t *testing.T) {
	l := &loader{Config: Config{Mode: Export, builtWith: "go1.26"}, env: goEnv{GOVERSION: "go1.26"}}
	n := &node{listed: &listed{Export: filepath.Join(t.TempDir(), "none")}, path: "p"}
	x := newExports(token.NewFileSet())
	_, err := x.read(n)
	if err == nil || !strings.Contains(l.unreadable(err).Error(), "-load=source") {
		t.Errorf("a missing file: %v", err)
	}
	if err := os.WriteFile(n.Export, []byte("no export data"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := x.read(n); err == nil {
		t.Error("garbage is read")
	}
	l.env.GOVERSION = "go1.27"
	if err := l.unreadable(err); !strings.Contains(err.Error(), "go install") {
		t.Errorf("newer export data: %v", err)
	}
}

// A panic of the type-checker is one error of one package.
func TestTypeCheckerPanics(t *testing.T) {
	l := &loader{fset: token.NewFileSet()}
	n := &node{listed: &listed{Name: "p"}, path: "p", own: true, files: []*ast.File{{Name: ast.NewIdent("p"), Decls: []ast.Decl{nil}}}}
	l.sizes = types.SizesFor("gc", "amd64")
	l.checkNode(n)
	if len(n.errs) != 1 || !strings.Contains(n.errs[0].Msg, "internal error") || !n.broken() {
		t.Errorf("errors %v", n.errs)
	}
}
