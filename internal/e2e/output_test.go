package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/lambdainit/lambdainit/internal/e2e/drivers"
)

// decode reads the output of -json.
func decode(t *testing.T, output string) []drivers.Diagnostic {
	t.Helper()
	all, err := drivers.Decode(output)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var posnRE = regexp.MustCompile(`^(.+\.go):(\d+):\d+$`)

// siteOf gives the line of the examples that a "file:line:col" stands for.
func siteOf(t *testing.T, posn string) string {
	t.Helper()
	m := posnRE.FindStringSubmatch(posn)
	if m == nil {
		t.Fatalf("%q is no position", posn)
	}
	return inExamples(t, locate(t, m[1])) + ":" + m[2]
}

// locate gives the path from here to a file that a command named: absolute, or
// relative to the examples or to the repository.
func locate(t *testing.T, file string) string {
	t.Helper()
	if filepath.IsAbs(file) {
		return file
	}
	for _, dir := range []string{examples, root} {
		path := filepath.Join(dir, file)
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	t.Fatalf("%s is no file of the examples", file)
	return ""
}
