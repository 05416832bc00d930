package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/report"
)

// printStats prints -stats: on the standard output, unless something that other
// programs read is there.
func (c *command) printStats(merged *report.Result) {
	w := c.stdout
	if c.json || c.sarif || c.diff {
		w = c.stderr
	}
	s := stats{text: c.text(), merged: merged, total: make(map[string]int)}
	s.write(w)
}

// A stats sums up what each handler builds again.
type stats struct {
	text     report.Text
	merged   *report.Result
	total    map[string]int // cost class → findings
	expected bool           // a cost was printed that was not measured
}

func (s *stats) write(w io.Writer) {
	byHandler := make(map[report.Site][]*report.Finding)
	for _, f := range s.merged.Findings {
		for _, h := range f.Handlers {
			byHandler[h] = append(byHandler[h], f)
		}
		for _, class := range costOf(f).Classes {
			s.total[class]++
		}
	}
	for _, h := range s.handlers(byHandler) {
		s.handler(w, h, byHandler[h])
	}
	s.sum(w)
}

// handlers are all that were found, in the order of their places.
func (s *stats) handlers(byHandler map[report.Site][]*report.Finding) []report.Site {
	all := &report.Result{Handlers: slices.Concat(s.merged.Handlers, slices.Collect(maps.Keys(byHandler)))}
	return report.Merge([]*report.Result{all}).Handlers
}

// handler prints what one handler builds again, a line each.
func (s *stats) handler(w io.Writer, h report.Site, findings []*report.Finding) {
	if len(findings) == 0 {
		fmt.Fprintf(w, "%s (%s) builds nothing again\n", h.What, s.text.Place(h.Pos))
		return
	}
	fmt.Fprintf(w, "%s (%s) builds again:\n", h.What, s.text.Place(h.Pos))
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, f := range findings {
		fmt.Fprintf(table, "  %s\t%s\t%s%s\n", s.cost(f), f.What, s.text.Place(f.Pos), when(f))
	}
	_ = table.Flush() // nothing is buffered that w would not have refused before
}

// cost names a finding's cost classes, with a star where nobody measured them.
func (s *stats) cost(f *report.Finding) string {
	cost := costOf(f)
	text := strings.Join(cost.Classes, ", ")
	if !cost.Measured {
		s.expected = true
		text += "*"
	}
	return text
}

// when says of what is not built on every invocation when it is.
func when(f *report.Finding) string {
	switch {
	case f.Keyed:
		return ", depends on the event"
	case f.Conditional:
		return ", on some invocations"
	}
	return ""
}

// costOf joins the costs of all that a call builds.
func costOf(f *report.Finding) catalog.Cost {
	joined := catalog.Cost{Measured: len(f.Names) > 0}
	has := make(map[string]bool)
	for _, name := range f.Names {
		cost := catalog.CostOf(f.Kind, name)
		joined.Measured = joined.Measured && cost.Measured
		for _, class := range cost.Classes {
			has[class] = true
		}
	}
	for _, class := range catalog.Classes() {
		if has[class] {
			joined.Classes = append(joined.Classes, class)
		}
	}
	return joined
}

// sum prints how many findings are of each class, and where to read on.
func (s *stats) sum(w io.Writer) {
	if len(s.merged.Findings) == 0 {
		return
	}
	var parts []string
	for _, class := range catalog.Classes() {
		if n := s.total[class]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", class, n))
		}
	}
	fmt.Fprintf(w, "In all: %s in %s; %s\n", count(len(s.merged.Findings), "finding"),
		count(len(s.merged.Handlers), "handler"), strings.Join(parts, ", "))
	fmt.Fprintln(w, "\"lambdainit help KIND\" has the measurements.")
	if s.expected {
		fmt.Fprintln(w, "* not measured: what the constructor is expected to do")
	}
}
