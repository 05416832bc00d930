package analyzer_test

import (
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/lambdainit/lambdainit/analyzer"
)

const testdata = "../testdata/src"

// TestFixes compares the fixes of the folders f_* with their goldens.
func TestFixes(t *testing.T) {
	for folder, cfg := range map[string]analyzer.Config{"f_hoist": {}, "f_refused": {}, "f_lazy": {Lazy: true}} {
		t.Run(folder, func(t *testing.T) {
			results := analysistest.RunWithSuggestedFixes(noFacts{t}, absolute(t, testdata), newAnalyzer(t, cfg), "./"+folder)
			checkShape(t, results)
			checkReasons(t, results)
		})
	}
}

func absolute(t *testing.T, dir string) string {
	t.Helper()
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func newAnalyzer(t *testing.T, cfg analyzer.Config) *analysis.Analyzer {
	t.Helper()
	a, err := analyzer.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// checkShape checks that each diagnostic has one fix or says why it has none,
// and that each fix lies in one file.
func checkShape(t *testing.T, results []*analysistest.Result) {
	t.Helper()
	for _, r := range results {
		for _, d := range r.Diagnostics {
			if why, _ := reason(r.Pass.Fset, d); len(d.SuggestedFixes) > 1 || (why == "") != (len(d.SuggestedFixes) == 1) {
				t.Errorf("%s: %d fixes, not fixed: %q", r.Pass.Fset.Position(d.Pos), len(d.SuggestedFixes), why)
			}
			for _, fix := range d.SuggestedFixes {
				for _, e := range fix.TextEdits {
					if r.Pass.Fset.File(e.Pos) != r.Pass.Fset.File(d.Pos) {
						t.Errorf("%s: a fix of another file", r.Pass.Fset.Position(d.Pos))
					}
				}
			}
		}
	}
}

// checkReasons compares the reasons for not fixing with the comment above the
// line. If a reason names a line, the related information stands there.
func checkReasons(t *testing.T, results []*analysistest.Result) {
	t.Helper()
	for _, r := range results {
		for _, d := range r.Diagnostics {
			at := r.Pass.Fset.Position(d.Pos)
			_, want, refused := strings.Cut(line(t, at.Filename, at.Line-1), "// not fixed: ")
			got, place := reason(r.Pass.Fset, d)
			if got != want || refused && len(d.SuggestedFixes) > 0 {
				t.Errorf("%s: %d fixes, not fixed: %q; want %q", at, len(d.SuggestedFixes), got, want)
			}
			if _, named, ok := strings.Cut(got, " at main.go:"); ok && !strings.HasPrefix(named+";", place+";") {
				t.Errorf("%s: the reason %q stands at line %s", at, got, place)
			}
		}
	}
}

// reason returns why a diagnostic has no fix, and the line of what stands in the way.
func reason(fset *token.FileSet, d analysis.Diagnostic) (why, place string) {
	for _, r := range d.Related {
		if why, ok := strings.CutPrefix(r.Message, "not fixed: "); ok {
			pos := fset.Position(r.Pos).String()
			return why, strings.Split(pos, ":")[1]
		}
	}
	return "", ""
}

func line(t *testing.T, file string, n int) string {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(src), "\n")[n-1]
}

// TestFixedAgain builds what the goldens hold, and finds nothing to fix in it.
func TestFixedAgain(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(testdata)); err != nil {
		t.Fatal(err)
	}
	goldens, err := filepath.Glob(filepath.Join(dir, "f_*", "*.golden"))
	if err != nil || len(goldens) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, golden := range goldens {
		if err := os.Rename(golden, strings.TrimSuffix(golden, ".golden")); err != nil {
			t.Fatal(err)
		}
	}
	build := exec.Command("go", "vet", "./f_hoist", "./f_refused", "./f_lazy")
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, r := range analysistest.Run(noWants{}, dir, newAnalyzer(t, analyzer.Config{}), "./f_hoist", "./f_refused", "./f_lazy") {
		for _, d := range r.Diagnostics {
			if len(d.SuggestedFixes) > 0 {
				t.Errorf("%s: a fix: %s", r.Pass.Fset.Position(d.Pos), d.SuggestedFixes[0].Message)
			}
		}
	}
}

// noWants drops complaints about wants, which stay in what was fixed.
type noWants struct{}

func (noWants) Errorf(string, ...any) {}
