package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/lambdainit/lambdainit/analyzer"
	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/load"
)

// options is what the command line says.
type options struct {
	dir      string // absolute
	patterns []string
	settings analyzer.Config
	mode     load.Mode
	tags     string
	json     bool
	sarif    bool
	fix      bool
	diff     bool
	context  int
	verbose  bool
	stats    bool
	version  bool

	analyzer *analysis.Analyzer     // with the settings
	matters  func(path string) bool // for load.Config
}

// parse reads the command line. Where nothing is left to do it prints what is
// to be printed and returns the exit code and true.
func parse(args []string, stdout, stderr io.Writer) (opts *options, code int, done bool) {
	if len(args) > 0 && args[0] == "help" {
		return nil, help(args[1:], stdout, stderr), true
	}
	opts = new(options)
	flags := opts.flags()
	err := flags.Parse(args)
	if err == nil {
		err = opts.complete(flags.Args())
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		return nil, help(nil, stdout, stderr), true
	case err != nil:
		return nil, complain(stderr, err), true
	case opts.version:
		fmt.Fprintln(stdout, "lambdainit "+version()+" built with "+runtime.Version())
		return nil, exitNothing, true
	}
	return opts, 0, false
}

// complain prints each line of a usage error and returns the exit code.
func complain(stderr io.Writer, err error) int {
	for line := range strings.Lines(err.Error()) {
		fmt.Fprintf(stderr, "lambdainit: %s\n", strings.TrimSpace(line))
	}
	fmt.Fprintln(stderr, `lambdainit: see "lambdainit help"`)
	return exitUsage
}

// flags defines the command's flags. Those that are settings of the analyzer
// have the names that they have under other drivers.
func (o *options) flags() *flag.FlagSet {
	flags := flag.NewFlagSet("lambdainit", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	s := &o.settings
	flags.StringVar(&o.dir, "C", "", "work in `folder`")
	flags.BoolVar(&s.Tests, "test", false, "analyse test files too")
	flags.Func("kinds", "`kinds` to report: a list, all, or changes to the default such as +cpu,-router", words(&s.Kinds))
	flags.Func("constructors", "further `constructor`: \"KIND full.name.Of.Constructor what is paid again\"; or @file with one per line; repeatable", lines(&s.Constructors))
	flags.Func("ignore", "constructor `patterns` not to report, separated by commas", words(&s.Ignore))
	flags.Func("entrypoints", "further entry `points`: import/path.Func(ARG), separated by commas", words(&s.EntryPoints))
	flags.BoolVar(&s.Keyed, "keyed", false, "report what depends on the event too, with the advice to cache it by key")
	flags.StringVar(&o.tags, "tags", "", "build `tags`, as for go build")
	flags.Func("load", "take the types of dependencies from export data, from source, or whatever is quicker: auto, export or source (`mode`)", o.setMode)
	flags.BoolVar(&o.json, "json", false, "print JSON as other go/analysis commands do")
	flags.BoolVar(&o.sarif, "sarif", false, "print SARIF, for code scanning")
	flags.Var(fixFlag{o}, "fix", "move what was found to package scope: into func init, or with -fix=lazy into sync.OnceValues, which keeps errors where they are and caches them")
	flags.BoolVar(&o.diff, "diff", false, "print what -fix would do as a diff, and write nothing")
	flags.IntVar(&o.context, "c", -1, "print the call's line and `N` lines on either side")
	flags.BoolVar(&o.verbose, "v", false, "print what was loaded, which handlers were found, the way to each finding, and what was not reported and why")
	flags.BoolVar(&o.stats, "stats", false, "print for each handler what is built again and what that takes: a connection, a TLS handshake, CPU, disk")
	flags.BoolVar(&o.version, "version", false, "print the version")
	return flags
}

func (o *options) setMode(value string) error {
	modes := []load.Mode{load.Auto, load.Export, load.Source}
	if !slices.Contains(modes, load.Mode(value)) {
		return errors.New("want auto, export or source")
	}
	o.mode = load.Mode(value)
	return nil
}

// words returns what adds a flag's comma-separated words to a list.
func words(list *[]string) func(string) error {
	return func(value string) error {
		for _, w := range strings.Split(value, ",") {
			if w = strings.TrimSpace(w); w != "" {
				*list = append(*list, w)
			}
		}
		return nil
	}
}

// lines returns what adds a flag's value, or the lines of the file that it
// names by @, to a list.
func lines(list *[]string) func(string) error {
	return func(value string) error {
		name, isFile := strings.CutPrefix(value, "@")
		if !isFile {
			*list = append(*list, value)
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(text)) {
			*list = append(*list, strings.TrimRight(line, "\r\n"))
		}
		return nil
	}
}

// complete works out what the flags leave open, and whether the settings are valid.
func (o *options) complete(patterns []string) error {
	if i := slices.IndexFunc(patterns, func(p string) bool { return strings.HasPrefix(p, "-") }); i >= 0 {
		return fmt.Errorf("flag %s stands after the packages: flags come first", patterns[i])
	}
	if o.json && o.sarif {
		return errors.New("-json and -sarif exclude each other")
	}
	if o.diff && (o.json || o.sarif) {
		return errors.New("-diff and -json or -sarif exclude each other")
	}
	o.patterns = patterns
	if len(patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	dir, err := filepath.Abs(o.dir)
	if err != nil {
		return err
	}
	o.dir = dir
	o.settings.WholeModule = true
	if o.analyzer, err = analyzer.New(o.settings); err != nil {
		return err
	}
	points := entry.Default()
	err = points.Add(o.settings.EntryPoints)
	o.matters = points.Paths()
	return err
}
