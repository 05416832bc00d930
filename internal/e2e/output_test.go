package e2e

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A diagnostic is one as go/analysis commands print it with -json.
type diagnostic struct {
	Posn     string `json:"posn"` // "file:line:col"
	Message  string `json:"message"`
	Category string `json:"category"` // the kind (P5)
	Related  []struct {
		Posn    string `json:"posn"`
		Message string `json:"message"`
	} `json:"related"`
}

// text gives all that the diagnostic says, positions of related lines included.
func (d diagnostic) text() string {
	var b strings.Builder
	b.WriteString(d.Message)
	for _, r := range d.Related {
		fmt.Fprintf(&b, "\n%s: %s", r.Posn, r.Message)
	}
	return b.String()
}

// decode reads the output of -json: one or more documents of the form
// {package: {analyzer: [diagnostic]}}, with go vet's "# package" lines between.
func decode(t *testing.T, output string) []diagnostic {
	t.Helper()
	var docs strings.Builder
	for line := range strings.Lines(output) {
		if !strings.HasPrefix(line, "#") {
			docs.WriteString(line)
		}
	}
	var all []diagnostic
	for dec := json.NewDecoder(strings.NewReader(docs.String())); ; {
		var doc map[string]map[string][]diagnostic
		if err := dec.Decode(&doc); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("%v in:\n%s", err, output)
		}
		for _, analyzers := range doc {
			for _, diagnostics := range analyzers {
				all = append(all, diagnostics...)
			}
		}
	}
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
