package analyzer_test

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/lambdainit/lambdainit/analyzer"
	"github.com/lambdainit/lambdainit/internal/load"
	"github.com/lambdainit/lambdainit/internal/report"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// TestDeterministic analyses the packages of testdata/src several times, in
// several orders, one by one and in parallel: facts and findings must not
// differ by a byte.
func TestDeterministic(t *testing.T) {
	loaded, err := load.Load(t.Context(), load.Config{Dir: "../testdata/src"}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	backwards := slices.Clone(loaded.Packages)
	slices.Reverse(backwards)
	for _, whole := range []bool{false, true} {
		t.Run(fmt.Sprintf("WholeModule=%t", whole), func(t *testing.T) {
			cfg := analyzer.Config{WholeModule: whole}
			first := analyse(t, cfg, loaded.Packages, &checker.Options{Sequential: true, SanityCheck: true})
			first.compare(t, analyse(t, cfg, loaded.Packages, &checker.Options{}))
			first.compare(t, analyse(t, cfg, backwards, &checker.Options{Sequential: true}))
		})
	}
}

// An outcome is what an analysis found and said: package → text.
type outcome struct{ facts, findings map[string]string }

func analyse(t *testing.T, cfg analyzer.Config, pkgs []*packages.Package, opts *checker.Options) outcome {
	t.Helper()
	a, err := analyzer.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, opts)
	if err != nil {
		t.Fatal(err)
	}
	out := outcome{make(map[string]string), make(map[string]string)}
	for act := range graph.All() {
		if act.Err != nil {
			t.Errorf("%s: %v", act, act.Err)
			continue
		}
		var fact summary.Fact
		if act.PackageFact(act.Package.Types, &fact) {
			out.facts[act.Package.ID] = encode(t, &fact)
		}
		out.findings[act.Package.ID] = printed(act)
	}
	if len(out.facts) != len(out.findings) || len(out.facts) < len(pkgs) {
		t.Errorf("%d facts, %d results of %d packages", len(out.facts), len(out.findings), len(pkgs))
	}
	return out
}

func encode(t *testing.T, fact *summary.Fact) string {
	t.Helper()
	data, err := fact.GobEncode()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// printed shows all that an analysis of a package gives, in its order.
func printed(act *checker.Action) string {
	var b strings.Builder
	result := act.Result.(*report.Result)
	for _, f := range result.Findings {
		fmt.Fprintf(&b, "%+v\n", *f)
	}
	fmt.Fprintf(&b, "handlers %+v\nnotes %+v\n", result.Handlers, result.Notes)
	for _, d := range act.Diagnostics {
		fmt.Fprintf(&b, "%s: %s %q\n", act.Package.Fset.Position(d.Pos), d.Category, d.Message)
		for _, r := range d.Related {
			fmt.Fprintf(&b, "\t%s: %s\n", act.Package.Fset.Position(r.Pos), r.Message)
		}
	}
	return b.String()
}

// compare reports packages with other facts or findings.
func (o outcome) compare(t *testing.T, other outcome) {
	t.Helper()
	for _, pkg := range slices.Sorted(maps.Keys(o.facts)) {
		if o.facts[pkg] != other.facts[pkg] {
			t.Errorf("%s: facts differ: %s", pkg, difference(o.facts[pkg], other.facts[pkg]))
		}
		if o.findings[pkg] != other.findings[pkg] {
			t.Errorf("%s: findings differ: %s", pkg, difference(o.findings[pkg], other.findings[pkg]))
		}
	}
}

// difference shows where two long lines begin to differ.
func difference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	around := func(s string) string { return s[max(0, i-80):min(len(s), i+80)] }
	return fmt.Sprintf("\n%s\n%s", around(a), around(b))
}

// TestFactsCarryNoMore checks that no package's fact repeats a package, and
// that a fact that was read back from its encoding is the same.
func TestFactsCarryNoMore(t *testing.T) {
	loaded, err := load.Load(t.Context(), load.Config{Dir: "../testdata/src"}, "./p3_crosspackage/...", "./r2_packages/...")
	if err != nil {
		t.Fatal(err)
	}
	a, err := analyzer.New(analyzer.Config{})
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, loaded.Packages, nil)
	if err != nil {
		t.Fatal(err)
	}
	largest := 0
	for act := range graph.All() {
		var fact, again summary.Fact
		if !act.PackageFact(act.Package.Types, &fact) {
			t.Errorf("%s: no fact", act)
			continue
		}
		paths := paths(&fact)
		largest = max(largest, len(paths))
		if slices.Sort(paths); len(slices.Compact(slices.Clone(paths))) != len(paths) {
			t.Errorf("%s: a package more than once: %v", act, paths)
		}
		data := []byte(encode(t, &fact))
		if err := again.GobDecode(data); err != nil {
			t.Fatal(err)
		}
		if fact.String() != again.String() || !bytes.Equal(data, []byte(encode(t, &again))) {
			t.Errorf("%s: not the same when read back: %s, %s", act, &fact, &again)
		}
	}
	if largest < 3 {
		t.Errorf("the largest fact carries %d packages: the test tests little", largest)
	}
}

func paths(f *summary.Fact) []string {
	var out []string
	for _, p := range f.Packages() {
		out = append(out, p.Path)
	}
	slices.SortStableFunc(out, cmp.Compare)
	return out
}
