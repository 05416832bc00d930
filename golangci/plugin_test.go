package golangci

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"
)

// build returns the analyzer of the registered plugin with settings as
// golangci-lint has read them.
func build(t *testing.T, conf any) *analysis.Analyzer {
	t.Helper()
	newPlugin, err := register.GetPlugin("lambdainit")
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPlugin(conf)
	if err != nil {
		t.Fatal(err)
	}
	if mode := p.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("load mode %s gives no types", mode)
	}
	analyzers, err := p.BuildAnalyzers()
	if err != nil || len(analyzers) != 1 {
		t.Fatalf("analyzers %v, %v", analyzers, err)
	}
	return analyzers[0]
}

// The settings are those of the flags with the same names (D3).
func TestSettings(t *testing.T) {
	a := build(t, map[string]any{
		"kinds": []string{"+cpu", "-router"}, "ignore": []string{"net/http.NewServeMux"},
		"constructors": []string{"sql example.com/db.Open a pool"}, "entrypoints": []string{"example.com/boot.Run(1)"},
		"keyed": true, "test": true, "lazy": true,
	})
	for name, want := range map[string]string{
		"kinds": "+cpu,-router", "ignore": "net/http.NewServeMux", "constructors": "sql example.com/db.Open a pool",
		"entrypoints": "example.com/boot.Run(1)", "keyed": "true", "tests": "true", "lazy": "true", "local": "false",
	} {
		if got := a.Flags.Lookup(name).Value.String(); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	for _, name := range []string{"kinds", "keyed", "tests", "lazy", "local"} {
		if got := build(t, nil).Flags.Lookup(name).Value.String(); got != "" && got != "false" {
			t.Errorf("without settings %s is %q", name, got)
		}
	}
}

// An analyzer with facts makes golangci-lint check all dependencies from source.
func TestLocal(t *testing.T) {
	if a := build(t, map[string]any{"local": true}); len(a.FactTypes) > 0 {
		t.Errorf("facts %v", a.FactTypes)
	}
	if a := build(t, nil); len(a.FactTypes) == 0 {
		t.Error("no facts")
	}
}

func TestInvalidSettings(t *testing.T) {
	for _, test := range []struct {
		conf map[string]any
		want string
	}{
		{map[string]any{"kind": []string{"sql"}}, `unknown field "kind"`},
		{map[string]any{"kinds": "sql"}, "settings.kinds of type []string"},
		{map[string]any{"kinds": []string{"databases"}}, `unknown kind "databases"; the kinds are `},
		{map[string]any{"entrypoints": []string{"Run"}}, `"Run"`},
	} {
		p, err := New(test.conf)
		if err == nil || p != nil || !strings.Contains(err.Error(), test.want) ||
			!strings.HasPrefix(err.Error(), "linters.settings.custom.lambdainit.settings: ") {
			t.Errorf("%v: %v, %v", test.conf, p, err)
		}
	}
}

// TestExample checks that the example names all settings.
func TestExample(t *testing.T) {
	example, err := os.ReadFile("../.golangci.example.yml")
	if err != nil {
		t.Fatal(err)
	}
	for field := range reflect.TypeFor[settings]().Fields() {
		name := field.Tag.Get("json")
		if !regexp.MustCompile(`(?m)^          ` + name + `:`).Match(example) {
			t.Errorf("the example does not set %s", name)
		}
	}
}

// diagnose runs an adapted analyzer on a file and returns what it reports.
func diagnose(t *testing.T, src string, run func(*analysis.Pass) (any, error)) []analysis.Diagnostic {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var got []analysis.Diagnostic
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{f}, Report: func(d analysis.Diagnostic) { got = append(got, d) }}
	if _, err := adapt(&analysis.Analyzer{Run: run}).Run(pass); err != nil {
		t.Errorf("an error, which cancels all linters: %v", err)
	}
	return got
}

// D4: a bug in the analyzer is one issue of that package.
func TestFailure(t *testing.T) {
	got := diagnose(t, "package p\n", func(*analysis.Pass) (any, error) { return nil, errors.New("internal error: x\n\tframes") })
	if len(got) != 1 || got[0].Message != `internal error: x: "lambdainit -v ." in this folder says where` || got[0].Pos != 9 {
		t.Errorf("reported: %+v", got)
	}
	pass := &analysis.Pass{Report: func(d analysis.Diagnostic) { t.Errorf("reported: %+v", d) }}
	failing := adapt(&analysis.Analyzer{Run: func(*analysis.Pass) (any, error) { return nil, errors.New("x") }})
	if _, err := failing.Run(pass); err != nil {
		t.Errorf("of a package without files: %v", err)
	}
}

func TestNoRelated(t *testing.T) {
	got := diagnose(t, "package p\n", func(pass *analysis.Pass) (any, error) {
		pass.Report(analysis.Diagnostic{Pos: 1, Message: "m", Related: []analysis.RelatedInformation{{Pos: 1, Message: "r"}}})
		return nil, nil
	})
	if len(got) != 1 || got[0].Message != "m" || got[0].Related != nil {
		t.Errorf("reported: %+v", got)
	}
}

// Each //nolint that names lambdainit is of use.
func TestUseNolint(t *testing.T) {
	src := "package p\n\n//nolint:lambdainit\nvar a = 1 //nolint:gosec\nvar b = 1 //nolint\nvar c = 1 // lambdainit\n"
	got := diagnose(t, src, func(*analysis.Pass) (any, error) { return nil, nil })
	if len(got) != 1 || int(got[0].Pos) != 1+strings.Index(src, "//nolint") {
		t.Errorf("reported: %+v", got)
	}
}
