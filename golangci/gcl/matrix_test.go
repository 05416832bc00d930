package main

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/e2e/drivers"
)

// A project is code that every driver analyses.
type project struct {
	name     string
	dir      string
	flags    []string // of the command and go vet
	settings string   // the same for golangci-lint
	least    int      // how many constructions there are at least
}

var projects = []project{
	{"rules", root + "/testdata/src", nil, "{}", 100},
	{"rules, all", root + "/testdata/src", []string{"-kinds=all", "-keyed"}, "{kinds: [all], keyed: true}", 100},
	{"examples", root + "/examples", nil, "{}", 8},
}

// TestMatrix analyses the same projects under each driver: the command with
// the types of dependencies from export data and from source, go vet, and
// golangci-lint without and with its cache. Each must find the same
// constructions. The two ways of the command say the same word by word, and so
// do the drivers that see one package at a time (P3).
func TestMatrix(t *testing.T) {
	for _, p := range projects {
		t.Run(p.name, func(t *testing.T) {
			warm := p.command(t, "export")
			cold := p.command(t, "source")
			same(t, "the command's two ways", warm, cold)
			vet := p.vet(t)
			cache := t.TempDir()
			uncached := p.golangci(t, cache)
			cached := p.golangci(t, cache)
			same(t, "golangci-lint without and with its cache", uncached, cached)
			same(t, "go vet and golangci-lint", vet, uncached)
			p.agree(t, warm, vet)
		})
	}
}

// command analyses with the command.
func (p project) command(t *testing.T, mode string) []drivers.Diagnostic {
	t.Helper()
	args := append([]string{"-json", "-load=" + mode}, p.flags...)
	stdout, _ := execute(t, 0, p.dir, nil, lambdainit, append(args, "./...")...)
	return decoded(t, drivers.Decode, stdout)
}

// vet analyses with go vet.
func (p project) vet(t *testing.T) []drivers.Diagnostic {
	t.Helper()
	args := append([]string{"vet", "-vettool=" + lambdainit, "-json"}, p.flags...)
	stdout, stderr := execute(t, 0, p.dir, nil, "go", append(args, "./...")...)
	return decoded(t, drivers.Decode, stderr+stdout)
}

// golangci analyses with golangci-lint, which is this binary.
func (p project) golangci(t *testing.T, cache string) []drivers.Diagnostic {
	t.Helper()
	config := filepath.Join(t.TempDir(), "golangci.yml")
	text := "{version: '2', linters: {default: none, enable: [lambdainit], settings: {custom: {lambdainit: {type: module, settings: " +
		p.settings + "}}}}, issues: {max-issues-per-linter: 0, max-same-issues: 0, uniq-by-line: false}}"
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	golangci, err := exec.LookPath("golangci-lint")
	if err != nil {
		t.Fatal(err)
	}
	stdout, _ := execute(t, 1, p.dir, []string{"GOLANGCI_LINT_CACHE=" + cache}, golangci,
		"run", "-c", config, "--allow-parallel-runners", "--path-mode=abs", "--output.json.path=stdout", "--show-stats=false", "./...")
	return decoded(t, drivers.DecodeIssues, stdout)
}

func decoded(t *testing.T, decode func(string) ([]drivers.Diagnostic, error), output string) []drivers.Diagnostic {
	t.Helper()
	all, err := decode(output)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// same checks that two runs say the same.
func same(t *testing.T, what string, one, other []drivers.Diagnostic) {
	t.Helper()
	a, b := lines(one), lines(other)
	for _, line := range slices.Sorted(maps.Keys(a)) {
		if !b[line] {
			t.Errorf("%s: only the first says %s", what, line)
		}
	}
	for _, line := range slices.Sorted(maps.Keys(b)) {
		if !a[line] {
			t.Errorf("%s: only the second says %s", what, line)
		}
	}
}

// lines gives diagnostics as text. Test variants repeat those of their package.
func lines(all []drivers.Diagnostic) map[string]bool {
	set := make(map[string]bool)
	for _, d := range all {
		set[d.Posn+": "+d.Message] = true
	}
	return set
}

// agree checks that a driver that sees one package at a time finds the
// constructions that the command finds.
func (p project) agree(t *testing.T, command, driver []drivers.Diagnostic) {
	t.Helper()
	all, elsewhere, err := drivers.Split(p.dir, command)
	if err != nil {
		t.Fatal(err)
	}
	own, named, err := drivers.Split(p.dir, driver)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("the command finds %d constructions; drivers of one package %d, and name %d of other packages", len(all), len(own), len(named))
	if len(all) < p.least || len(named) == 0 || len(elsewhere) > 0 {
		t.Errorf("too little, or the command names %d of other packages", len(elsewhere))
	}
	for _, d := range drivers.Disagreements(all, own, named) {
		t.Error(d)
	}
}

// execute runs a program and checks its exit code. It gives what the program
// printed.
func execute(t *testing.T, wantCode int, dir string, env []string, name string, args ...string) (stdout, stderr string) {
	t.Helper()
	var outBuf, errBuf bytes.Buffer
	cmd := exec.CommandContext(context.Background(), name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &outBuf, &errBuf
	cmd.Env = append(os.Environ(), env...)
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if code := cmd.ProcessState.ExitCode(); code != wantCode {
		t.Fatalf("%s: exit code %d, want %d\n%s%s", cmd, code, wantCode, strings.TrimSpace(outBuf.String()), &errBuf)
	}
	return outBuf.String(), errBuf.String()
}
