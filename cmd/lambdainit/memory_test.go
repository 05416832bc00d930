package main

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/lambdainit/lambdainit/internal/load"
	"github.com/lambdainit/lambdainit/internal/report"
)

// A result comes back as it was, to the same analysis only; what was damaged is
// not known.
func TestMemory(t *testing.T) {
	dir := t.TempDir()
	open := func(by string) *memory {
		m, err := newMemory(dir, by)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	keys := map[string]load.Key{"p": "1", "idle": "2"}
	found := &report.Result{
		Findings: []*report.Finding{{
			Pos: report.Position{File: "/p/a.go", Line: 3, Col: 4}, Kind: "sql", Message: "m", What: "sql.Open",
			Builds: []report.Site{{What: "sql.Open"}}, Handlers: []report.Site{{What: "h"}}, Conditional: true, Keyed: true,
		}},
		Notes:    []report.Note{{What: "n", Why: "w"}},
		Handlers: []report.Site{{What: "h"}},
	}
	m := open("x")
	if got := m.recall(keys); len(got) > 0 {
		t.Errorf("%v in an empty folder", got)
	}
	m.keep(keys, nil, map[string]*report.Result{"p": found})
	m.close()
	want := map[string]*report.Result{"p": found, "idle": new(report.Result)}
	if got := open("x").recall(keys); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := open("y").recall(keys); len(got) > 0 {
		t.Errorf("another analysis gets %v", got)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*", "*-d"))
	if err != nil || len(files) != 2 {
		t.Fatalf("files %v: %v", files, err)
	}
	for _, name := range files {
		if err := os.WriteFile(name, []byte("{"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got := open("x").recall(keys); len(got) > 0 {
		t.Errorf("%v from damaged files", got)
	}
}

// Without a folder nothing is kept, and nothing goes wrong.
func TestNoMemory(t *testing.T) {
	var m *memory
	m.keep(map[string]load.Key{"p": "1"}, nil, nil)
	m.close()
	if got := m.recall(map[string]load.Key{"p": "1"}); got == nil || len(got) > 0 || m.asked(true) != nil {
		t.Errorf("%v without a folder", got)
	}
}

// Each binary and each choice of settings is an analysis of its own.
func TestIdentity(t *testing.T) {
	a, b := new(options), new(options)
	b.settings.Keyed = true
	if a.identity() == "" || a.identity() != new(options).identity() || a.identity() == b.identity() {
		t.Errorf("%q and %q", a.identity(), b.identity())
	}
}
