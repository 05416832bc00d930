// Package load loads the packages of a module for analysis, and is quick about it.
//
// A package of the main module (of a workspace module, or of one that a replace
// directive finds in a folder) is own: it is parsed
// and type-checked whole, because the analysis looks into its function bodies
// and passes facts between such packages. Of all other packages only the types
// are needed, and they come from one of two places:
//
//   - export data, where the build cache has it;
//   - the source, without function bodies and without what only function
//     bodies import, where it has not. Nothing is compiled.
//
// One go list call finds the metadata and what the build cache holds (see
// [Toolexec]). The choice is made per package: a package comes from export data
// if the build cache holds it and everything it imports, so a change in one
// dependency does not send the rest the slow way.
package load

import (
	"context"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"golang.org/x/tools/go/packages"
)

// A Mode says where the types of dependencies come from.
type Mode string

// The ways to load.
const (
	Auto   Mode = "auto"   // export data where the build cache has it, else source
	Export Mode = "export" // export data; what the build cache lacks is compiled
	Source Mode = "source" // source, all of it
)

// Config says what to load, and how.
type Config struct {
	Dir        string                  // where patterns are relative to; "": the working directory
	Env        []string                // environment of the go command; nil: this process's
	BuildFlags []string                // flags of the go command, such as -tags
	Tests      bool                    // load test variants too
	Mode       Mode                    // "": Auto
	Overlay    map[string][]byte       // absolute file name → content to use instead of what is on disk
	Progress   func(loaded, total int) // called as packages are loaded, from any goroutine
	// Matters reports whether a package at a path can make those that import
	// it, however indirectly, worth analysing; nil: all are. Of own packages
	// that neither import one nor are imported by one that does, no bodies are
	// type-checked, and they are not in the result.
	Matters func(path string) bool
	// Known is asked about each own package that matches the patterns: whether
	// what its analysis gives is known already, so that nothing has to be loaded
	// for its sake. nil: no keys are worked out.
	Known     func(Key) bool
	Assume    string   // import path of the module that Dir is taken for, having no go.mod
	Refuser   []string // command line that ends in Toolexec, for systems without a shell
	builtWith string   // Go version of this binary; tests pretend
	allCgo    bool     // dependencies from source are processed by cgo, too
}

// Result is what Load loaded.
type Result struct {
	// Packages are the own packages that match the patterns, are not known (see
	// Config.Known) and have no errors, sorted by ID. Their Imports lead to other own packages only:
	// those are what an analysis with facts has to visit.
	Packages []*packages.Package
	// Keys are those of the own packages that match the patterns, known or not,
	// by ID. A package with errors in it, or in own ones that it imports, has none.
	Keys map[string]Key
	// Ignored are the Go files of the packages that match the patterns that
	// build constraints leave out.
	Ignored []string
	Fset    *token.FileSet
	Mode    Mode    // Export or Source if all dependencies came that way, else Auto
	Errors  []Error // what could not be loaded, sorted by place
	Stats   Stats
}

// Stats counts what was loaded from where, and how long each step took.
type Stats struct {
	Own, FromExport, FromSource    int // packages
	Idle                           int // own packages besides, see Config.Matters
	Known                          int // own packages that were not loaded, see Config.Known
	Listed                         int // packages that go list named
	List, Cgo, Parse, Check, Total time.Duration
}

// Load loads the packages that match the patterns. Its error is always an
// *[Error]: nothing could be loaded. What concerns single packages is in
// Result.Errors.
func Load(ctx context.Context, cfg Config, patterns ...string) (*Result, error) {
	start := time.Now()
	l, err := loadOnce(ctx, cfg, patterns)
	if err == nil && l.needsExports() {
		cfg.Mode = Export
		l, err = loadOnce(ctx, cfg, patterns)
	}
	if err == nil && l.lacksC() {
		cfg.allCgo = true
		l, err = loadOnce(ctx, cfg, patterns)
	}
	if err != nil {
		return nil, asError(err)
	}
	l.stats.Total = time.Since(start)
	return l.result(), nil
}

// loadOnce goes through all steps but the last.
func loadOnce(ctx context.Context, cfg Config, patterns []string) (*loader, error) {
	l, err := newLoader(ctx, cfg, patterns)
	if err != nil {
		return nil, err
	}
	defer func() { l.remove() }()
	for _, step := range []func() error{l.readEnv, l.list, l.processCgo, l.read, l.check} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// needsExports reports whether own packages have errors because this binary,
// built with an older Go, did not understand the source of what they import.
// Export data it may understand.
func (l *loader) needsExports() bool {
	misread := func(n *node) bool { return !n.own && len(n.typing) > 0 }
	return l.Mode == Auto && l.older(l.env.GOVERSION) &&
		slices.ContainsFunc(l.order, misread) && slices.ContainsFunc(l.order, (*node).isBroken)
}

// lacksC reports whether own packages have errors that may come from what a
// dependency declares with the help of C, which was type-checked without.
func (l *loader) lacksC() bool {
	without := func(n *node) bool { return !n.own && n.needed && !n.fromExport && len(n.CgoFiles) > 0 && !n.Standard }
	return slices.ContainsFunc(l.order, without) && slices.ContainsFunc(l.order, (*node).isBroken)
}

// A loader holds the state of one call of Load.
type loader struct {
	Config
	patterns []string
	ctx      context.Context
	env      goEnv
	fset     *token.FileSet
	nodes    map[string]*node // by ID
	order    []*node          // as go list printed them: imports first
	roots    []*node          // own packages that match the patterns, sorted by ID
	sizes    types.Sizes
	slots    chan struct{} // limits parallel work
	errs     errorList
	stats    Stats
	remove   func() // what was written for the go command
}

func newLoader(ctx context.Context, cfg Config, patterns []string) (*loader, error) {
	dir, err := absoluteDir(cfg.Dir)
	if err != nil {
		return nil, err
	}
	cfg.Dir = dir
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	if cfg.Mode == "" {
		cfg.Mode = Auto
	}
	if cfg.builtWith == "" {
		cfg.builtWith = runtime.Version()
	}
	return &loader{
		Config:   cfg,
		patterns: patterns,
		ctx:      ctx,
		fset:     token.NewFileSet(),
		nodes:    make(map[string]*node),
		slots:    make(chan struct{}, runtime.GOMAXPROCS(0)),
		remove:   func() {},
	}, nil
}

// absoluteDir is filepath.Abs with an error that says what to do.
func absoluteDir(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(abs); err != nil || !info.IsDir() {
		return "", &Error{Message: "no folder " + abs, Remedy: "check -C"}
	}
	return abs, nil
}

// timed adds the time until the returned function is called to d.
func timed(d *time.Duration) func() {
	start := time.Now()
	return func() { *d += time.Since(start) }
}
