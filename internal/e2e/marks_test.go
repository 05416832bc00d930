package e2e

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sites maps lines of the examples, as "path/in/examples/file.go:LINE", to the
// kind of what is built there.
type sites map[string]string

var markRE = regexp.MustCompile(`// (finding|keyed): ([a-z-]+)$`)

// marks gives the lines of the examples that carry a mark of the given words.
func marks(t *testing.T, words ...string) sites {
	t.Helper()
	found := sites{}
	err := filepath.WalkDir(examples, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for i, line := range strings.Split(string(src), "\n") {
			if m := markRE.FindStringSubmatch(line); m != nil && slices.Contains(words, m[1]) {
				found[fmt.Sprintf("%s:%d", inExamples(t, path), i+1)] = m[2]
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatal("no line of the examples is marked")
	}
	return found
}

// inExamples gives a file's path relative to the examples.
func inExamples(t *testing.T, file string) string {
	t.Helper()
	base, err := filepath.Abs(examples)
	if err != nil {
		t.Fatal(err)
	}
	abs, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	rel, err := filepath.Rel(base, abs)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(rel)
}

// compare reports what is marked and was not found, and the reverse. A kind of
// "" is any kind.
func compare(t *testing.T, got, want sites) {
	t.Helper()
	for _, site := range slices.Sorted(maps.Keys(want)) {
		kind, ok := got[site]
		switch {
		case !ok:
			t.Errorf("%s: %s not found", site, want[site])
		case kind != "" && kind != want[site]:
			t.Errorf("%s: kind %s, want %s", site, kind, want[site])
		}
	}
	for _, site := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[site]; !ok {
			t.Errorf("%s: unexpected finding", site)
		}
	}
}
