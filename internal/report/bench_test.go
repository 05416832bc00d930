package report_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/lambdainit/lambdainit/internal/report"
)

// many are findings as of a large repository: each of a thousand files has one
// that two packages report.
func many() []*report.Result {
	results := make([]*report.Result, 2)
	for i := range results {
		results[i] = new(report.Result)
		for n := range 1000 {
			f := finding(fmt.Sprintf("handler%d", i))
			f.Pos.File = fmt.Sprintf("%s/f%d/main.go", dir, n)
			f.Fixes = []report.Fix{{Message: "build it once", Edits: []report.Edit{{File: f.Pos.File, Start: 30, End: 60, New: "db"}}}}
			results[i].Findings = append(results[i].Findings, f)
		}
	}
	return results
}

func everyFile(string) ([]byte, error) { return []byte(source), nil }

func BenchmarkMerge(b *testing.B) {
	results := many()
	b.ReportAllocs()
	for b.Loop() {
		report.Merge(results)
	}
}

func BenchmarkWrite(b *testing.B) {
	findings := report.Merge(many()).Findings
	for name, write := range map[string]func() error{
		"text": func() error {
			return report.Text{Dir: dir, Context: 2, Related: true, Read: everyFile}.Write(io.Discard, findings)
		},
		"json": func() error {
			return report.WriteJSON(io.Discard, findings, func(file string) string { return file }, nil)
		},
		"sarif": func() error {
			return report.SARIF{Dir: dir, Read: everyFile}.Write(io.Discard, findings)
		},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := write(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
