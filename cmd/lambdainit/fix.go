package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/edit"
	"github.com/lambdainit/lambdainit/internal/fix"
	"github.com/lambdainit/lambdainit/internal/hoist"
	"github.com/lambdainit/lambdainit/internal/load"
	"github.com/lambdainit/lambdainit/internal/report"
)

// fixFlag is the flag -fix or -fix=lazy.
type fixFlag struct{ o *options }

func (f fixFlag) IsBoolFlag() bool { return true }

func (f fixFlag) String() string { return "" }

func (f fixFlag) Set(value string) error {
	switch value {
	case "true", "false":
		f.o.fix = value == "true"
	case "lazy":
		f.o.fix, f.o.settings.Lazy = true, true
	default:
		return errors.New("want -fix or -fix=lazy")
	}
	return nil
}

// plans reports whether anybody will see fixes, or why there are none.
func (o *options) plans() bool { return o.fix || o.diff || o.json || o.sarif || o.verbose }

// plan plans the fixes of what was found in a module.
func (c *command) plan(p *part, pkgs []*packages.Package) {
	merged := report.Merge(p.results)
	p.results = []*report.Result{merged}
	if !c.plans() || len(merged.Findings) == 0 {
		return
	}
	mode := hoist.Init
	if c.settings.Lazy {
		mode = hoist.Lazy
	}
	for pkg, err := range fix.NewProgram(pkgs, c.catalog()).Plan(merged.Findings, mode) {
		p.failed[pkg] = err.Error()
	}
}

// catalog returns the catalogue with the user's constructors (C4).
func (c *command) catalog() *catalog.Catalog {
	more, err := catalog.Parse("constructors", strings.Join(c.settings.Constructors, "\n"))
	if err != nil {
		panic(err) // the settings are valid
	}
	return catalog.Default().Merge(more)
}

// mend makes the fixes, or prints them, and returns what remains to be said.
func (c *command) mend(all *outcome) *outcome {
	merged := report.Merge(all.results)
	all.results = []*report.Result{merged}
	changes, problems := c.changes(merged.Findings, all)
	all.unfixed = problems
	if c.ctx.Err() != nil {
		all.unfixed = []string{"interrupted: nothing was written"}
		return all
	}
	if c.diff {
		merged.Findings = remaining(merged.Findings, changes)
		if err := c.printDiff(changes); err != nil {
			all.unfixed = append(all.unfixed, err.Error())
		}
		return all
	}
	if len(changes) == 0 {
		return all
	}
	for _, ch := range changes {
		if err := ch.write(); err != nil {
			all.unfixed = append(all.unfixed, err.Error())
			continue
		}
		c.sayFixed(ch)
	}
	again := c.examine() // places have changed
	again.unfixed = all.unfixed
	return again
}

// A change is the fixed files of a package.
type change struct {
	home
	findings []*report.Finding
	files    map[string][]byte
}

// changes applies the planned fixes, package by package, and drops those that
// would not compile (F5). It returns the changes and what went wrong.
func (c *command) changes(findings []*report.Finding, all *outcome) ([]*change, []string) {
	byPkg := make(map[home]*change)
	for _, f := range findings {
		if len(f.Fixes) == 0 {
			continue
		}
		h := all.homes[f.Pos.File]
		if byPkg[h] == nil {
			byPkg[h] = &change{home: h}
		}
		byPkg[h].findings = append(byPkg[h].findings, f)
	}
	var out []*change
	var problems []string
	for _, ch := range byPkg {
		if err := ch.apply(); err != nil {
			problems = append(problems, err.Error())
		} else if len(ch.files) > 0 {
			out = append(out, ch)
		}
	}
	slices.SortFunc(out, func(a, b *change) int { return cmp.Compare(a.pkg, b.pkg) })
	slices.Sort(problems)
	return c.checked(out, problems)
}

// apply works out the new contents of the files. What cannot be applied
// becomes a finding that is not fixed.
func (ch *change) apply() error {
	var fixes []report.Fix
	for _, f := range ch.findings {
		fixes = append(fixes, f.Fixes[0])
	}
	files, dropped, err := edit.Apply(fixes, os.ReadFile)
	if err != nil {
		ch.refuse(err.Error())
		return err
	}
	var kept []*report.Finding
	for i, f := range ch.findings {
		d := slices.IndexFunc(dropped, func(d edit.Dropped) bool { return d.Index == i })
		if d < 0 {
			kept = append(kept, f)
			continue
		}
		f.Fixes, f.NotFixed = nil, dropped[d].Reason
	}
	ch.findings, ch.files = kept, files
	return nil
}

// refuse leaves the package as it is.
func (ch *change) refuse(why string) {
	for _, f := range ch.findings {
		f.Fixes, f.NotFixed = nil, why
	}
	ch.findings, ch.files = nil, nil
}

// checked loads the packages as they would be, with their tests, and leaves
// out those that get errors by that (F5). Others need no look: fixes add
// nothing that is exported and change no signature.
func (c *command) checked(changes []*change, problems []string) ([]*change, []string) {
	byDir := make(map[string][]*change)
	for _, ch := range changes {
		byDir[ch.dir] = append(byDir[ch.dir], ch)
	}
	var out []*change
	for _, dir := range slices.Sorted(maps.Keys(byDir)) {
		broken := c.newErrors(dir, byDir[dir])
		for _, ch := range byDir[dir] {
			if why := broken[ch]; why != "" {
				problems = append(problems, ch.pkg+": not fixed, because the result would not compile: "+why)
				ch.refuse("the result would not compile: " + why)
				continue
			}
			out = append(out, ch)
		}
	}
	return out, problems
}

// newErrors returns for each change the first error that it brings about.
func (c *command) newErrors(dir string, changes []*change) map[*change]string {
	overlay := make(map[string][]byte)
	var patterns []string
	for _, ch := range changes {
		maps.Copy(overlay, ch.files)
		patterns = append(patterns, ch.folder())
	}
	after := c.errorsOf(dir, patterns, overlay)
	if len(after) == 0 {
		return nil
	}
	known := make(map[load.Error]bool)
	for _, e := range c.errorsOf(dir, patterns, nil) {
		known[anywhere(e)] = true
	}
	broken := make(map[*change]string)
	for _, e := range after {
		if known[anywhere(e)] || strings.HasPrefix(e.Message, "other declaration") {
			continue
		}
		for _, ch := range changes {
			if broken[ch] == "" && ch.blamed(e) {
				e := load.Error{Pos: c.relative(e.Pos), Message: e.Message}
				broken[ch] = e.Error()
			}
		}
	}
	return broken
}

// anywhere is an error without its place in the file, which fixes change.
func anywhere(e load.Error) load.Error {
	file, _, _ := strings.Cut(e.Pos, ".go:")
	return load.Error{Pos: file, Message: e.Message}
}

// folder returns the folder of the package.
func (ch *change) folder() string {
	for name := range ch.files {
		return filepath.Dir(name)
	}
	panic("a change without files")
}

// blamed reports whether an error lies in the package, or anywhere.
func (ch *change) blamed(e load.Error) bool {
	return e.Pos == "" || filepath.Dir(e.Pos) == ch.folder()
}

// errorsOf loads packages and their tests and returns what is wrong with them.
func (c *command) errorsOf(dir string, patterns []string, overlay map[string][]byte) []load.Error {
	cfg := c.loadConfig(dir)
	cfg.Tests, cfg.Overlay = true, overlay
	r, err := load.Load(c.ctx, cfg, patterns...)
	if e, ok := errors.AsType[*load.Error](err); ok {
		return []load.Error{*e}
	}
	return r.Errors
}

// write writes the changed files.
func (ch *change) write() error {
	for _, name := range slices.Sorted(maps.Keys(ch.files)) {
		if err := edit.Write(name, ch.files[name]); err != nil {
			return err
		}
	}
	return nil
}

// printDiff prints the changes as a unified diff.
func (c *command) printDiff(changes []*change) error {
	var b bytes.Buffer
	for _, ch := range changes {
		for _, name := range slices.Sorted(maps.Keys(ch.files)) {
			old, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			b.Write(edit.Diff(filepath.ToSlash(report.Relative(c.dir, name)), old, ch.files[name]))
		}
	}
	_, err := c.stdout.Write(b.Bytes())
	return err
}

// sayFixed says what a change did.
func (c *command) sayFixed(ch *change) {
	for _, f := range ch.findings {
		c.say(fmt.Sprintf("fixed %s: %s", c.text().Place(f.Pos), f.Fixes[0].Message))
	}
}

// remaining returns the findings that the changes leave.
func remaining(findings []*report.Finding, changes []*change) []*report.Finding {
	fixed := make(map[report.Position]bool)
	for _, ch := range changes {
		for _, f := range ch.findings {
			fixed[f.Pos] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(findings), func(f *report.Finding) bool {
		return fixed[f.Pos] || fixed[f.FixedBy]
	})
}
