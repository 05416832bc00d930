package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/lambdainit/lambdainit/internal/load"
	"github.com/lambdainit/lambdainit/internal/report"
)

// An outcome is what came of one module, or, joined, of all.
type outcome struct {
	results []*report.Result
	errs    []load.Error      // what could not be loaded
	failed  map[string]string // package → why it could not be analysed
	unfixed []string          // what kept fixes from being made
	homes   map[string]home   // by file
	loads   []loaded          // for -v
	leftOut leftOut
}

// A home is where a file belongs.
type home struct {
	pkg string // path of the package
	dir string // where its module was loaded from
}

// loaded says how one module was loaded and how long the steps took.
type loaded struct {
	dir      string
	mode     load.Mode
	stats    load.Stats
	known    int // packages that were not analysed again
	analysis time.Duration
}

// check reports what makes any further step pointless.
func (c *command) check() error {
	if info, err := os.Stat(c.dir); err != nil || !info.IsDir() {
		return fmt.Errorf("no folder %s; check -C", c.dir)
	}
	return nil
}

// atOnce limits how many modules are in memory at the same time.
const atOnce = 2

// examine loads and analyses what the patterns mean: packages of a module, or
// each module below a folder that is in none (D1).
func (c *command) examine() *outcome {
	whole := c.module(load.Unit{Dir: c.dir, Patterns: c.patterns})
	if whole.err == nil || !load.NoModule(whole.err) {
		return join(whole)
	}
	units, err := load.Units(c.dir, c.patterns)
	if err != nil || len(units) == 0 {
		return join(c.assumed(whole))
	}
	parts := make([]part, len(units))
	slots := make(chan struct{}, atOnce)
	var wg sync.WaitGroup
	for i, u := range units {
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			parts[i] = c.module(u)
		})
	}
	wg.Wait()
	return join(parts...)
}

// assumed loads a folder of GOPATH's times, without go.mod, as the module that
// its files take it for.
func (c *command) assumed(none part) part {
	path := load.GuessModule(c.dir)
	if path == "" {
		return none
	}
	c.progress.clear()
	c.say(fmt.Sprintf("no go.mod in %s: taken for module %s, with the newest versions of what it imports; \"go mod init %s\" and \"go mod tidy\" settle that", c.dir, path, path))
	c.assume = path
	return c.module(none.unit)
}

// A part is what came of one module; err, if nothing did.
type part struct {
	outcome
	unit load.Unit
	err  error
}

// module loads and analyses packages of one module.
func (c *command) module(u load.Unit) part {
	p := part{unit: u, outcome: outcome{homes: make(map[string]home)}}
	cfg := c.loadConfig(u.Dir)
	cfg.Matters, cfg.Known = c.matters, c.memory.asked(!c.plans())
	r, err := load.Load(c.ctx, cfg, u.Patterns...)
	if err != nil {
		p.err = err
		return p
	}
	start := time.Now()
	if err := c.untilInterrupted(func() {
		known := c.memory.recall(r.Keys)
		p.loads = []loaded{{dir: u.Dir, mode: r.Mode, stats: r.Stats, known: len(known)}}
		p.results, p.failed = c.analyse(r, known)
		c.plan(&p, r.Packages)
	}); err != nil {
		return part{unit: u, err: err}
	}
	p.errs, p.leftOut = r.Errors, leftOutOf(r.Ignored)
	p.loads[0].analysis = time.Since(start)
	packages.Visit(r.Packages, nil, func(pkg *packages.Package) {
		for _, file := range pkg.GoFiles {
			p.homes[file] = home{strings.TrimSuffix(pkg.PkgPath, "_test"), u.Dir}
		}
	})
	return p
}

// untilInterrupted waits for f, or for Ctrl-C.
func (c *command) untilInterrupted(f func()) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	select {
	case <-done:
		return nil
	case <-c.ctx.Done():
		return &load.Error{Message: "interrupted"}
	}
}

func (c *command) loadConfig(dir string) load.Config {
	cfg := load.Config{Dir: dir, Assume: c.assume, Tests: c.settings.Tests, Mode: c.mode, Progress: c.progress.step("loading")}
	if c.tags != "" {
		cfg.BuildFlags = []string{"-tags=" + c.tags}
	}
	if exe, err := os.Executable(); err == nil {
		cfg.Refuser = []string{exe, toolexecArg}
	}
	return cfg
}

// analyse runs the analyzer on the packages of which no result is known and on
// those of the module that they import. The results are sorted by package.
func (c *command) analyse(r *load.Result, known map[string]*report.Result) ([]*report.Result, map[string]string) {
	pkgs := slices.DeleteFunc(slices.Clone(r.Packages), func(p *packages.Package) bool { return known[p.ID] != nil })
	guard := guarded{
		failed:   make(map[string]string),
		slots:    make(chan struct{}, runtime.GOMAXPROCS(0)),
		progress: c.progress.step("analysing"),
	}
	packages.Visit(pkgs, nil, func(*packages.Package) { guard.total++ })
	graph, err := checker.Analyze([]*analysis.Analyzer{guard.wrap(c.analyzer)}, pkgs, nil)
	if err != nil {
		panic(err) // the analyzer itself is not valid
	}
	results := maps.Clone(known)
	for _, act := range graph.Roots {
		if act.Err != nil {
			guard.fail(act.Package.PkgPath, act.Err.Error())
			continue
		}
		results[act.Package.ID] = act.Result.(*report.Result)
	}
	if len(guard.failed) == 0 {
		c.memory.keep(r.Keys, known, results)
	}
	var sorted []*report.Result
	for _, id := range slices.Sorted(maps.Keys(results)) {
		sorted = append(sorted, results[id])
	}
	return sorted, guard.failed
}

// guarded keeps a failure in one package from stopping the analysis of those
// that import it (D4).
type guarded struct {
	mu     sync.Mutex
	failed map[string]string
	slots  chan struct{} // taken while a package is analysed: more at once only take memory

	progress func(done, total int)
	done     atomic.Int64
	total    int
}

func (g *guarded) fail(pkg, why string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.failed[pkg] = why
}

// wrap returns the analyzer with a Run that does not fail.
func (g *guarded) wrap(a *analysis.Analyzer) *analysis.Analyzer {
	wrapped := *a
	wrapped.Run = func(pass *analysis.Pass) (result any, _ error) {
		g.slots <- struct{}{}
		defer func() { <-g.slots }()
		defer func() {
			g.progress(int(g.done.Add(1)), g.total)
			if r := recover(); r != nil {
				g.fail(pass.Pkg.Path(), fmt.Sprintf("internal error: %v", r))
				result = new(report.Result)
			}
		}()
		result, err := a.Run(pass)
		if err != nil {
			g.fail(pass.Pkg.Path(), err.Error())
			return new(report.Result), nil
		}
		return result, nil
	}
	return &wrapped
}

// join puts the parts together. A module of which nothing could be loaded is
// one error.
func join(parts ...part) *outcome {
	all := &outcome{failed: make(map[string]string), homes: make(map[string]home)}
	for _, p := range parts {
		if several := len(parts) > 1; several && load.NoPackage(p.err) {
			continue // an empty module among others is no mistake
		} else if e, ok := errors.AsType[*load.Error](p.err); ok {
			all.errs = append(all.errs, named(*e, p.unit, several))
		}
		all.results = append(all.results, p.results...)
		all.errs = append(all.errs, p.errs...)
		all.loads = append(all.loads, p.loads...)
		for pkg, why := range p.failed {
			all.failed[pkg] = why
		}
		maps.Copy(all.homes, p.homes)
		if all.leftOut.file == "" {
			all.leftOut = p.leftOut
		}
	}
	return all
}

// named says of which of several modules an error is.
func named(e load.Error, u load.Unit, several bool) load.Error {
	if several && e.Pos == "" && e.Package == "" {
		e.Package = u.Dir
	}
	return e
}
