package reach_test

import (
	"maps"
	"slices"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/load"
	"github.com/lambdainit/lambdainit/internal/reach"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// BenchmarkRun evaluates packages of testdata/src from their condensed bodies.
func BenchmarkRun(b *testing.B) {
	const module = "example.test/lambda/"
	paths := []string{"h1_entrypoints/start", "h5_gin/apart", "r1_interfaces/hard", "g2_nilcheck/hard", "p3_crosspackage", "c1_kinds"}
	var patterns []string
	for _, p := range paths {
		patterns = append(patterns, "./"+p+"/...")
	}
	loaded, err := load.Load(b.Context(), load.Config{Dir: "../../testdata/src"}, patterns...)
	if err != nil {
		b.Fatal(err)
	}
	for _, path := range paths {
		var pkg *packages.Package
		for _, p := range loaded.Packages {
			if p.PkgPath == module+path {
				pkg = p
			}
		}
		if pkg == nil {
			b.Fatalf("no package %s", path)
		}
		pkgs := withImports(pkg)
		b.Run(path, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				reach.Run(pkgs, options())
			}
		})
	}
}

// BenchmarkHard evaluates a large program made for the purpose: 60 functions
// deep, twice as many ways at each step.
func BenchmarkHard(b *testing.B) {
	for name, src := range map[string]string{"diamond": diamond(60), "constructors": building(60), "fan": fan(60), "interfaces": implementations(40)} {
		pkgs := []*summary.Package{condense(b, "example.com/hard", header+src)}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				reach.Run(pkgs, options())
			}
		})
	}
}

// withImports condenses a package and those of the module that it imports,
// imported ones first.
func withImports(pkg *packages.Package) []*summary.Package {
	var out []*summary.Package
	seen := make(map[*packages.Package]bool)
	var visit func(p *packages.Package)
	visit = func(p *packages.Package) {
		if seen[p] {
			return
		}
		seen[p] = true
		for _, path := range slices.Sorted(maps.Keys(p.Imports)) {
			visit(p.Imports[path])
		}
		out = append(out, summary.Build(summary.Input{Fset: p.Fset, Files: p.Syntax, Pkg: p.Types, Info: p.TypesInfo, Catalog: catalog.Default(), Points: entry.Default()}))
	}
	visit(pkg)
	return out
}
