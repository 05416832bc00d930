package e2e

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var (
	findingsRE = regexp.MustCompile(`(?m)^Expected findings: (\d+)$`)
	loadedRE   = regexp.MustCompile(`(?m)^lambdainit: .* packages whole.*\n`)
)

// TestLoadWays checks that it makes no difference to what is found, what is not
// reported and why, and which fixes there are, whether types come from export
// data or from source: on the examples, which have real libraries below them, on
// the packages of the rules, and on the modules of testdata/ways.
func TestLoadWays(t *testing.T) {
	for name, dir := range map[string]string{"examples": examples, "rules": rules} {
		t.Run(name, func(t *testing.T) { sameFindings(t, dir, 10) })
	}
	files, err := filepath.Glob(root + "/testdata/ways/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no file of testdata/ways: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := exec.LookPath("gcc"); err != nil && strings.Contains(string(archive.Comment), "cgo") {
				t.Skip("no C compiler")
			}
			m := findingsRE.FindSubmatch(archive.Comment)
			if m == nil {
				t.Fatal("the file does not say how many findings are expected")
			}
			want, _ := strconv.Atoi(string(m[1]))
			dir := extract(t, archive)
			if got := sameFindings(t, dir, want); got != want {
				t.Errorf("%d findings, want %d", got, want)
			}
			sameFindings(t, dir, 0, "-tags=special")
		})
	}
}

// sameFindings runs the command both ways and compares all that it says. It
// returns how many findings there are, and complains if there are too few.
func sameFindings(t *testing.T, dir string, atLeast int, flags ...string) int {
	t.Helper()
	flags = append(flags, "-test", "-keyed", "-kinds=all", "-v", "-json", "./...")
	said := make(map[string]string)
	n := 0
	for _, way := range []string{"source", "export"} {
		stdout, stderr := execute(t, 0, dir, lambdainit, append([]string{"-load=" + way}, flags...)...)
		said[way] = loadedRE.ReplaceAllString(stderr, "") + stdout
		n = len(decode(t, stdout))
	}
	if said["source"] != said["export"] {
		t.Errorf("source:\n%s\nexport:\n%s", said["source"], said["export"])
	}
	if n < atLeast {
		t.Errorf("%d findings, want at least %d", n, atLeast)
	}
	return n
}
