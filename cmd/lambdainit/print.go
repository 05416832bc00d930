package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/lambdainit/lambdainit/docs/kinds"
	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/load"
	"github.com/lambdainit/lambdainit/internal/reach"
	"github.com/lambdainit/lambdainit/internal/report"
)

// finish prints what came of it and returns the exit code.
func (c *command) finish(all *outcome) int {
	merged := report.Merge(all.results)
	c.sayErrors(all)
	if c.verbose {
		c.sayDetails(all, merged)
	}
	if len(merged.Handlers) == 0 && all.own() > 0 {
		c.say("no Lambda handler found" + all.perhapsLeftOut(c))
	}
	if err := c.print(all, merged.Findings); err != nil {
		c.say(err.Error())
		return exitFailed
	}
	if c.stats {
		c.printStats(merged)
	}
	c.close(merged)
	switch {
	case len(all.errs) > 0 || len(all.failed) > 0 || len(all.unfixed) > 0:
		return exitFailed
	case len(merged.Findings) > 0 && !c.json && !c.sarif:
		return exitFound
	}
	return exitNothing
}

// print writes the findings to the standard output.
func (c *command) print(all *outcome, findings []*report.Finding) error {
	switch {
	case c.json:
		pkg := func(file string) string { return all.homes[file].pkg }
		return report.WriteJSON(c.stdout, findings, pkg, all.failed)
	case c.sarif:
		return c.asSARIF(all).Write(c.stdout, findings)
	}
	if c.diff { // which is all that is on the standard output, fit for patch
		return c.text().Write(c.stderr, findings)
	}
	return c.text().Write(c.stdout, findings)
}

func (c *command) text() report.Text {
	return report.Text{Dir: c.dir, Context: c.context, Related: c.verbose, Color: styled(c.stdout)}
}

// asSARIF describes this run: the kinds and what went wrong.
func (c *command) asSARIF(all *outcome) report.SARIF {
	s := report.SARIF{Dir: c.dir, Version: version(), Errors: c.problems(all)}
	for _, k := range catalog.Kinds() {
		page, _ := kinds.Page(k.Name)
		s.Rules = append(s.Rules, report.Rule{
			Kind: k.Name, Short: k.Title + ": built again on every invocation",
			URL: reach.URL(k.Name), Help: page, Default: k.Default,
		})
	}
	s.Rules = append(s.Rules, report.Rule{
		Kind: "directive", Short: "an annotation without a reason", URL: reach.DirectiveURL, Default: true,
		Help: "An annotation //lambdainit:ignore says behind it why the line may stay as it is.\n",
	})
	return s
}

// say prints a line to the standard error output.
func (c *command) say(line string) {
	fmt.Fprintf(c.stderr, "lambdainit: %s\n", line)
}

// sayErrors prints a line per error, with its place and what to do.
func (c *command) sayErrors(all *outcome) {
	for _, problem := range append(c.problems(all), all.unfixed...) {
		c.say(problem)
	}
}

// problems are a line each: what could not be loaded or analysed. Of a bug in
// the analyzer only -v shows where it is.
func (c *command) problems(all *outcome) []string {
	var lines []string
	for _, e := range all.errs {
		e.Pos, e.Package = c.relative(e.Pos), c.relative(e.Package)
		lines = append(lines, e.Error())
	}
	for _, pkg := range slices.Sorted(maps.Keys(all.failed)) {
		why := all.failed[pkg]
		if !c.verbose {
			why, _, _ = strings.Cut(why, "\n")
		}
		lines = append(lines, pkg+": "+why)
	}
	return lines
}

const sep = string(filepath.Separator)

// relative shortens a file name at the beginning of a string.
func (c *command) relative(s string) string {
	return strings.TrimPrefix(s, strings.TrimSuffix(c.dir, sep)+sep)
}

// sayDetails prints what -v is for.
func (c *command) sayDetails(all *outcome, merged *report.Result) {
	for _, l := range all.loads {
		c.say(l.String())
	}
	text := c.text()
	for _, h := range merged.Handlers {
		c.say(fmt.Sprintf("handler %s: %s", text.Place(h.Pos), h.What))
	}
	for _, n := range merged.Notes {
		c.say(fmt.Sprintf("not reported %s: %s: %s", text.Place(n.Pos), n.What, n.Why))
	}
}

// String says in one line how a module was loaded.
func (l loaded) String() string {
	s := l.stats
	from := map[load.Mode]string{load.Export: "export data", load.Source: "source", load.Auto: "export data and source"}
	idle := ""
	if s.Idle > 0 {
		idle = fmt.Sprintf(", %d without bodies that no handler can reach", s.Idle)
	}
	known := ""
	if l.known > 0 {
		known = fmt.Sprintf(" (%d known from an earlier run)", l.known)
	}
	return fmt.Sprintf("%s: %d packages whole%s, types of %d others from %s; list %s, parse %s, check %s, analysis %s%s",
		l.dir, s.Own, idle, s.FromExport+s.FromSource, from[l.mode],
		round(s.List+s.Cgo), round(s.Parse), round(s.Check), round(l.analysis), known)
}

func round(d time.Duration) time.Duration { return d.Round(time.Millisecond) }

// perhapsLeftOut names a file that may hold the handler that was not found.
func (o *outcome) perhapsLeftOut(c *command) string {
	if o.leftOut.file == "" {
		return ""
	}
	return "; " + c.relative(o.leftOut.file) + " is left out by its build constraint: try -tags=" + o.leftOut.tag
}

// own is how many packages were loaded to be analysed.
func (o *outcome) own() int {
	n := 0
	for _, l := range o.loads {
		n += l.stats.Own + l.stats.Idle + l.stats.Known
	}
	return n
}
