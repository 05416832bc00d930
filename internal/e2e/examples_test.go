package e2e

import (
	"regexp"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/e2e/drivers"
)

var lineRE = regexp.MustCompile(`^(\S+\.go:\d+:\d+): \S`)

// TestExamplesText checks that the command finds the marked lines and no
// others, and says so with exit code 3 (D1).
func TestExamplesText(t *testing.T) {
	stdout, _ := execute(t, 3, root, lambdainit, "-C", "examples", "./...")
	got := sites{}
	for line := range strings.Lines(stdout) {
		m := lineRE.FindStringSubmatch(line)
		if m == nil {
			t.Errorf("not of the form file:line:col: message: %s", line)
			continue
		}
		got[siteOf(t, m[1])] = ""
	}
	compare(t, got, marks(t, "finding"))
}

// TestExamplesJSON checks the kinds too; -json exits with 0 (D1).
func TestExamplesJSON(t *testing.T) {
	stdout, _ := execute(t, 0, root, lambdainit, "-C", "examples", "-json", "./...")
	compare(t, kinds(t, decode(t, stdout)), marks(t, "finding"))
}

// TestExamplesKeyed checks that -keyed reports what depends on the event too,
// but not what is cached by key already (E1, G3).
func TestExamplesKeyed(t *testing.T) {
	stdout, _ := execute(t, 0, root, lambdainit, "-C", "examples", "-keyed", "-json", "./...")
	compare(t, kinds(t, decode(t, stdout)), marks(t, "finding", "keyed"))
}

// kinds gives the lines of diagnostics and their kinds.
func kinds(t *testing.T, diagnostics []drivers.Diagnostic) sites {
	t.Helper()
	got := sites{}
	for _, d := range diagnostics {
		got[siteOf(t, d.Posn)] = d.Category
	}
	return got
}

// TestExamplesVet checks that go vet finds the same constructions, though it
// sees one package at a time and so names the lines of other packages in the
// message (P3).
func TestExamplesVet(t *testing.T) {
	stdout, stderr := execute(t, 0, examples, "go", "vet", "-vettool="+lambdainit, "-json", "./...")
	want := marks(t, "finding")
	got := sites{}
	for _, d := range decode(t, stderr+stdout) {
		named := namedIn(t, d, want)
		if len(named) == 0 {
			t.Errorf("%s: names no marked line: %s", d.Posn, d.Text())
		}
		for _, site := range named {
			got[site] = ""
		}
	}
	compare(t, got, want)
}

var fileLineRE = regexp.MustCompile(`[\w./-]+\.go:\d+`)

// namedIn gives those of the wanted lines that a diagnostic stands on or names.
func namedIn(t *testing.T, d drivers.Diagnostic, want sites) []string {
	t.Helper()
	if site := siteOf(t, d.Posn); want[site] != "" {
		return []string{site}
	}
	var named []string
	for _, mention := range fileLineRE.FindAllString(d.Text(), -1) {
		for site := range want {
			if endsIn(site, mention) || endsIn(mention, site) {
				named = append(named, site)
			}
		}
	}
	return named
}

// endsIn reports whether a path ends in whole elements of another one.
func endsIn(path, end string) bool {
	return path == end || strings.HasSuffix(path, "/"+end)
}
