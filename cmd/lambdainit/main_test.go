package main

import (
	"bytes"
	"context"
	"errors"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/lambdainit/lambdainit/internal/report"
)

func TestCalledByGo(t *testing.T) {
	for _, test := range []struct {
		args string
		want bool
	}{
		{"-V=full", true}, {"-flags", true}, {"-kinds=all /tmp/vet.cfg", true},
		{"", false}, {"./...", false}, {"-version", false}, {"-c 1 ./cfg", false},
	} {
		if got := calledByGo(strings.Fields(test.args)); got != test.want {
			t.Errorf("%q: %v", test.args, got)
		}
	}
}

// D4: a bug in the analyzer is one error of that package.
func TestGuarded(t *testing.T) {
	var done int
	g := guarded{failed: make(map[string]string), progress: func(n, _ int) { done = n }, slots: make(chan struct{}, 1)}
	pass := &analysis.Pass{Pkg: types.NewPackage("example.com/p", "p")}
	for name, run := range map[string]func(*analysis.Pass) (any, error){
		"panic": func(*analysis.Pass) (any, error) { panic("impossible") },
		"error": func(*analysis.Pass) (any, error) { return nil, errors.New("impossible") },
	} {
		clear(g.failed)
		result, err := g.wrap(&analysis.Analyzer{Run: run}).Run(pass)
		if r, ok := result.(*report.Result); !ok || err != nil || len(r.Findings) > 0 {
			t.Errorf("%s: %v, %v; want an empty result", name, result, err)
		}
		if !strings.Contains(g.failed["example.com/p"], "impossible") {
			t.Errorf("%s: failed %v", name, g.failed)
		}
	}
	if done != 2 {
		t.Errorf("progress counts %d packages", done)
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var stdout, stderr bytes.Buffer
	code := run(ctx, []string{"."}, &stdout, &stderr)
	if code != exitFailed || stderr.String() != "lambdainit: interrupted\n" {
		t.Errorf("exit code %d, stderr %q", code, stderr.String())
	}
	c := &command{ctx: ctx}
	if err := c.untilInterrupted(func() { select {} }); err == nil {
		t.Error("an analysis that goes on for ever is not interrupted")
	}
}

func TestProgress(t *testing.T) {
	var b bytes.Buffer
	p := progress{to: &b}
	load, other, analyse := p.step("loading"), p.step("loading"), p.step("analysing")
	load(1, 10)
	other(1, 5)
	p.clear()
	if b.Len() > 0 {
		t.Errorf("a quick run shows %q", b.String())
	}
	for _, tell := range []func(){
		func() { load(3, 10) },
		func() { load(2, 10) }, // the later number came first
		func() { analyse(1, 7) },
	} {
		p.last = time.Now().Add(-time.Minute)
		tell()
		tell()
	}
	p.clear()
	p.clear()
	const erase = "\r\x1b[K"
	want := erase + "loading packages: 4 of 15" + erase + "loading packages: 4 of 15" + erase + "analysing packages: 1 of 7" + erase
	if got := b.String(); got != want {
		t.Errorf("a slow run shows %q, want %q", got, want)
	}
	new(progress).step("loading")(1, 2) // nowhere
}

func TestTerminal(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if terminal(file) != nil || terminal(new(bytes.Buffer)) != nil || styled(file) {
		t.Error("a file passes for a terminal")
	}
}

// The closing line counts the handlers that something is built again in.
func TestClosing(t *testing.T) {
	h := []report.Site{{What: "a"}, {What: "b"}}
	for _, test := range []struct {
		merged report.Result
		want   string
	}{
		{report.Result{Handlers: h}, "nothing found in 2 handlers, "},
		{report.Result{Handlers: h, Findings: []*report.Finding{{Handlers: h[:1]}}}, "1 finding in 1 handler of 2, "},
	} {
		if got := closing(&test.merged, time.Second); !strings.HasPrefix(got, test.want) {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

// The flags that are settings have the same names under every driver.
func TestFlagNames(t *testing.T) {
	opts := new(options)
	flags := opts.flags()
	if err := opts.complete(nil); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"kinds", "constructors", "ignore", "entrypoints", "keyed"} {
		if flags.Lookup(name) == nil || opts.analyzer.Flags.Lookup(name) == nil {
			t.Errorf("flag -%s is missing", name)
		}
	}
	if !slices.Equal(opts.patterns, []string{"./..."}) {
		t.Errorf("patterns %q", opts.patterns)
	}
}
