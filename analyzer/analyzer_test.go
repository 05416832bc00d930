package analyzer_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/lambdainit/lambdainit/analyzer"
)

// TestRules runs the packages of testdata/src, one folder per rule.
func TestRules(t *testing.T) {
	testdata, err := filepath.Abs("../testdata/src")
	if err != nil {
		t.Fatal(err)
	}
	a, err := analyzer.New(analyzer.Config{})
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(noFacts{t}, testdata, a, "./...")
}

// noFacts drops complaints about facts, which every package has.
type noFacts struct{ *testing.T }

func (t noFacts) Errorf(format string, args ...any) {
	if !strings.Contains(format, "unexpected %s: %v") || args[1] != "fact" {
		t.Helper()
		t.T.Errorf(format, args...)
	}
}
