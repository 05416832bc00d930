package analyzer_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/lambdainit/lambdainit/analyzer"
	"github.com/lambdainit/lambdainit/internal/load"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// TestSettings runs the packages of testdata/src/_settings, each with the
// settings that its package comment names.
func TestSettings(t *testing.T) {
	testdata, err := filepath.Abs("../testdata/src")
	if err != nil {
		t.Fatal(err)
	}
	for folder, cfg := range map[string]analyzer.Config{
		"keyed":        {Keyed: true},
		"kinds":        {Kinds: []string{"all"}},
		"constructors": {Constructors: []string{"engine example.test/lambda/_settings/constructors.Parse the rules parsed"}},
		"entrypoints":  {EntryPoints: []string{"github.com/acme-inc/lambdakit.Retry(1)"}},
		"ignore":       {Ignore: []string{"github.com/aws/aws-sdk-go-v2/service/s3.*"}},
	} {
		t.Run(folder, func(t *testing.T) {
			a, err := analyzer.New(cfg)
			if err != nil {
				t.Fatal(err)
			}
			results := analysistest.Run(noFacts{t}, testdata, a, "./_settings/"+folder)
			if len(results) != 1 {
				t.Errorf("%d packages, want 1", len(results))
			}
		})
	}
}

// TestFlags does the same through the analyzer's flags: lists are separated by
// commas, but a constructor's text may hold some.
func TestFlags(t *testing.T) {
	testdata, err := filepath.Abs("../testdata/src")
	if err != nil {
		t.Fatal(err)
	}
	for folder, flags := range map[string]map[string]string{
		"constructors": {"constructors": "engine example.test/lambda/_settings/constructors.Parse the rules, parsed"},
		"entrypoints":  {"entrypoints": "example.test/elsewhere.Run, github.com/acme-inc/lambdakit.Retry(1)"},
	} {
		t.Run(folder, func(t *testing.T) {
			a, err := analyzer.New(analyzer.Config{})
			if err != nil {
				t.Fatal(err)
			}
			for name, value := range flags {
				if err := a.Flags.Set(name, value); err != nil {
					t.Fatal(err)
				}
			}
			analysistest.Run(noFacts{t}, testdata, a, "./_settings/"+folder)
		})
	}
}

// TestModule checks that drivers that know no modules find the same where the
// settings name the main module, and that other modules count as others (R2).
func TestModule(t *testing.T) {
	loaded, err := load.Load(t.Context(), load.Config{Dir: "../testdata/src"}, "./r2_packages/...", "./p3_crosspackage/...")
	if err != nil {
		t.Fatal(err)
	}
	opts := &checker.Options{Sequential: true}
	known := analyse(t, analyzer.Config{}, loaded.Packages, opts)
	packages.Visit(loaded.Packages, nil, func(p *packages.Package) { p.Module = nil })
	known.compare(t, analyse(t, analyzer.Config{Module: "example.test/lambda"}, loaded.Packages, opts))
	graph, err := checker.Analyze([]*analysis.Analyzer{newAnalyzer(t, analyzer.Config{Module: "example.test/lamb"})}, loaded.Packages, opts)
	if err != nil {
		t.Fatal(err)
	}
	for act := range graph.All() {
		if len(act.Diagnostics) > 0 || act.PackageFact(act.Package.Types, new(summary.Fact)) {
			t.Errorf("%s of another module is analysed", act.Package)
		}
	}
}

// TestNewErrors checks that New names each setting that is not valid, and what
// would be.
func TestNewErrors(t *testing.T) {
	for _, test := range []struct {
		name string
		cfg  analyzer.Config
		want []string // parts of the error
	}{
		{"kind", analyzer.Config{Kinds: []string{"aws-clients"}}, []string{`"aws-clients"`, "the kinds are", "aws-client,"}},
		{"kind removed", analyzer.Config{Kinds: []string{"-databases"}}, []string{`"databases"`, "the kinds are"}},
		{"constructor without a name", analyzer.Config{Constructors: []string{"engine"}}, []string{"constructors:1", "no pattern", "import/path.Name"}},
		{"constructor of no kind", analyzer.Config{Constructors: []string{"motor example.test/rules.Parse parsing"}}, []string{"constructors:1", `"motor"`, "engine"}},
		{"second constructor", analyzer.Config{Constructors: []string{"engine example.test/rules.Parse parsing", "engine"}}, []string{"constructors:2"}},
		{"entry point", analyzer.Config{EntryPoints: []string{"Run"}}, []string{`"Run"`, "import/path.Func(ARG)"}},
		{"entry point's argument", analyzer.Config{EntryPoints: []string{"example.test/start.Run(handler)"}}, []string{"Run(handler)", "import/path.Func(ARG)"}},
		{"ignore", analyzer.Config{Ignore: []string{"["}}, []string{"ignore", `"["`}},
		{"all at once", analyzer.Config{Kinds: []string{"x1", "x2"}, Constructors: []string{"x3", "x4"}, EntryPoints: []string{"x5", "x6"}, Ignore: []string{"[x7", "[x8"}},
			[]string{"x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := analyzer.New(test.cfg)
			if err == nil || a != nil {
				t.Fatalf("New gives %v, %v; want an error only", a, err)
			}
			names(t, err, test.want)
		})
	}
}

// names checks that an error has the given parts.
func names(t *testing.T, err error, parts []string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("the error does not say %s:\n%v", part, err)
		}
	}
}

// TestFlagErrors checks that a flag is refused when it is set, not at the
// first package.
func TestFlagErrors(t *testing.T) {
	for _, test := range []struct {
		flag, value string
		want        []string
	}{
		{"kinds", "sql,databases", []string{`"databases"`, "the kinds are"}},
		{"constructors", "engine", []string{"no pattern", "import/path.Name"}},
		{"entrypoints", "Run", []string{`"Run"`, "import/path.Func(ARG)"}},
		{"ignore", "[", []string{"ignore"}},
		{"keyed", "maybe", nil},
		{"tests", "maybe", nil},
		{"local", "maybe", nil},
	} {
		t.Run(test.flag, func(t *testing.T) {
			a, err := analyzer.New(analyzer.Config{})
			if err != nil {
				t.Fatal(err)
			}
			if err = a.Flags.Set(test.flag, test.value); err == nil {
				t.Fatalf("-%s=%s is taken", test.flag, test.value)
			}
			names(t, err, test.want)
		})
	}
}

// TestFlagsOfOneAnalyzer checks that the flags of one analyzer leave others as
// they are.
func TestFlagsOfOneAnalyzer(t *testing.T) {
	one, err := analyzer.New(analyzer.Config{})
	if err != nil {
		t.Fatal(err)
	}
	other, err := analyzer.New(analyzer.Config{})
	if err != nil {
		t.Fatal(err)
	}
	if err := one.Flags.Set("kinds", "sql"); err != nil {
		t.Fatal(err)
	}
	if got := one.Flags.Lookup("kinds").Value.String(); got != "sql" {
		t.Errorf("-kinds is %q, want sql", got)
	}
	if got := other.Flags.Lookup("kinds").Value.String(); got != "" {
		t.Errorf("-kinds of another analyzer is %q", got)
	}
}
