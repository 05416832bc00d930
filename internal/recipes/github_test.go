package recipes

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rhysd/actionlint"
)

// TestWorkflows has actionlint check the workflows: those to be copied and our
// own, and with them the action.
func TestWorkflows(t *testing.T) {
	var files []string
	for _, pattern := range []string{root + "/.github/workflows/*.yml", recipes + "/github/*.yml"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("no files %s: %v", pattern, err)
		}
		files = append(files, found...)
	}
	var out bytes.Buffer
	linter, err := actionlint.NewLinter(&out, &actionlint.LinterOptions{WorkingDir: root})
	if err != nil {
		t.Fatal(err)
	}
	project, err := actionlint.NewProject(root)
	if err != nil {
		t.Fatal(err)
	}
	if errs, err := linter.LintFiles(files, project); err != nil || len(errs) > 0 {
		t.Errorf("%v\n%s", err, &out)
	}
}

// TestAction runs the steps of the action.
func TestAction(t *testing.T) {
	action, err := readYAML(root + "/action.yml")
	if err != nil {
		t.Fatal(err)
	}
	sample := sampleDir(t)
	install, err := lookUp(action, []string{"runs", "steps", "0", "run"})
	if err != nil {
		t.Fatal(err)
	}
	run, err := lookUp(action, []string{"runs", "steps", "1", "run"})
	if err != nil {
		t.Fatal(err)
	}
	env := []string{"VERSION=latest", "GOBIN=" + t.TempDir(), "PACKAGES=./...", "ARGS=-kinds=+cpu", "SARIF=", "MATCHER=matcher.json"}
	if _, err := released.run(sample, env, "bash", "-e", "-c", install); err != nil {
		t.Fatal(err)
	}
	out, err := released.run(sample, env, "bash", "-e", "-c", run)
	if err == nil || !strings.HasPrefix(out, "::add-matcher::matcher.json\nmain.go:12:13: sql.Open is built again") {
		t.Errorf("%v\n%s", err, out)
	}
	if _, err = released.run(sample, append(env, "SARIF=out.sarif"), "bash", "-e", "-c", run); err != nil {
		t.Error(err)
	}
	if text, err := os.ReadFile(filepath.Join(sample, "out.sarif")); err != nil || !json.Valid(text) || !bytes.Contains(text, []byte("sql.Open is built again")) {
		t.Errorf("SARIF: %v\n%s", err, text)
	}
}

// sampleDir returns a copy of the sample fn.
func sampleDir(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/sample")); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "stubs"), os.DirFS(root+"/cmd/lambdainit/testdata/stubs")); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "fn")
}

// TestMatcher applies the problem matcher to what the command and go vet print.
func TestMatcher(t *testing.T) {
	text, err := os.ReadFile(root + "/.github/problem-matcher.json")
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		ProblemMatcher []struct {
			Owner, Severity string
			Pattern         []struct {
				Regexp                      string
				File, Line, Column, Message int
			}
		}
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	p := doc.ProblemMatcher[0].Pattern[0]
	re := regexp.MustCompile(p.Regexp)
	sample := sampleDir(t)
	for _, command := range [][]string{{released.command, "./..."}, {"go", "vet", "-vettool=" + released.command, "./..."}} {
		out, _ := released.run(sample, nil, command[0], command[1:]...)
		var matched []string
		for line := range strings.Lines(out) {
			if m := re.FindStringSubmatch(strings.TrimSuffix(line, "\n")); m != nil {
				matched = append(matched, m[p.File]+" "+m[p.Line]+" "+m[p.Column]+" "+m[p.Message])
			}
		}
		if len(matched) != 1 || !regexp.MustCompile(`^(\./)?main\.go 12 13 sql\.Open is built again `).MatchString(matched[0]) {
			t.Errorf("%v: matched %q in\n%s", command, matched, out)
		}
	}
}
