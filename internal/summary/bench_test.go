package summary_test

import (
	"testing"

	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/load"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// BenchmarkBuild condenses the packages of testdata/src, SSA included: what one
// is about to say on small packages, and what it imports does not.
func BenchmarkBuild(b *testing.B) {
	loaded, err := load.Load(b.Context(), load.Config{Dir: "../../testdata/src"}, "./...")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range loaded.Packages {
			summary.Build(summary.Input{Fset: p.Fset, Files: p.Syntax, Pkg: p.Types, Info: p.TypesInfo, Catalog: catalog.Default(), Points: entry.Default()})
		}
	}
	b.ReportMetric(float64(len(loaded.Packages)), "packages")
}

// BenchmarkFact encodes and decodes a package's fact, as go vet does for every
// package that imports another.
func BenchmarkFact(b *testing.B) {
	fact := summary.NewFact(newSources(b).condense("example.com/program", program), nil)
	b.ReportAllocs()
	for b.Loop() {
		encoded(b, fact)
	}
}
