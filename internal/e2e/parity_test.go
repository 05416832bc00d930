package e2e

import (
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const rules = root + "/testdata/src"

// TestParity checks on the packages of testdata/src that go vet, which sees one
// package at a time, finds the constructions that the command finds, and no
// others (P3). What stands in other packages it names in the message.
func TestParity(t *testing.T) {
	for name, flags := range map[string][]string{
		"default": {"-json"},
		"all":     {"-json", "-kinds=all", "-keyed"},
	} {
		t.Run(name, func(t *testing.T) {
			stdout, _ := execute(t, 0, rules, lambdainit, append(slices.Clone(flags), "./...")...)
			command, elsewhere := constructions(t, decode(t, stdout))
			if len(elsewhere) > 0 {
				t.Errorf("the command names other packages in messages: %v", elsewhere)
			}
			vetOut, vetErr := execute(t, 0, rules, "go", append(append([]string{"vet", "-vettool=" + lambdainit}, flags...), "./...")...)
			vet, named := constructions(t, decode(t, vetErr+vetOut))
			t.Logf("the command finds %d constructions; go vet %d, and names %d of other packages", len(command), len(vet), len(named))
			if len(command) < 100 || len(named) < 10 {
				t.Error("that is too little")
			}
			agree(t, command, vet, named)
		})
	}
}

// agree reports constructions that only one driver finds.
func agree(t *testing.T, command, vet, named construct) {
	t.Helper()
	short := make(construct)
	for site, message := range command {
		short[shorten(site)] = message
		if vet[site] == "" && named[shorten(site)] == "" {
			t.Errorf("go vet does not find %s: %s", site, message)
		}
	}
	for _, site := range slices.Sorted(maps.Keys(vet)) {
		if command[site] == "" {
			t.Errorf("the command does not find %s: %s", site, vet[site])
		}
	}
	for _, site := range slices.Sorted(maps.Keys(named)) {
		if short[site] == "" {
			t.Errorf("the command does not find %s: %s", site, named[site])
		}
	}
}

// A construct maps calls to move, as "folder/file.go:LINE what is built", to
// messages.
type construct map[string]string

// constructions gives the calls to move that diagnostics stand on, and those
// in other packages, which they name by the last folder only.
func constructions(t *testing.T, diagnostics []diagnostic) (own, named construct) {
	t.Helper()
	own, named = make(construct), make(construct)
	for _, d := range diagnostics {
		what, _, _ := strings.Cut(d.Message, " is built again")
		what, _, _ = strings.Cut(what, " are built again")
		if m := calledAtRE.FindStringSubmatch(what); m != nil {
			named[m[1]+" "+strings.Replace(what, m[0], "", 1)] = d.Message
			continue
		}
		own[inRules(t, d.Posn)+" "+what] = d.Message
	}
	return own, named
}

var calledAtRE = regexp.MustCompile(`, called at (\S+\.go:\d+),`)

// inRules gives the line that a "file:line:col" stands for, as
// "folder/file.go:LINE" relative to testdata/src.
func inRules(t *testing.T, posn string) string {
	t.Helper()
	m := posnRE.FindStringSubmatch(posn)
	if m == nil {
		t.Fatalf("%q is no position", posn)
	}
	if !filepath.IsAbs(m[1]) {
		return filepath.ToSlash(m[1]) + ":" + m[2]
	}
	base, err := filepath.Abs(rules)
	if err != nil {
		t.Fatal(err)
	}
	rel, err := filepath.Rel(base, m[1])
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(rel) + ":" + m[2]
}

// shorten leaves the last folder of the file that a construction stands in.
func shorten(site string) string {
	file, rest, _ := strings.Cut(site, ":")
	folder := path.Base(path.Dir(file))
	if folder == "." {
		folder = "src"
	}
	return folder + "/" + path.Base(file) + ":" + rest
}
