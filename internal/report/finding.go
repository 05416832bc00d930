// Package report holds what lambdainit found and prints it.
package report

import (
	"fmt"
	"strings"
)

// A Finding is one call that has to move out of the invocation.
type Finding struct {
	Pos, End Position // the call (P1)
	Kind     string   // catalogue kind of the first thing built
	Message  string   // complete sentence, without position; see Compose
	URL      string   // the kind's page

	What   string // names of what is built: "s3.NewFromConfig"
	At     string // "folder/file.go:12" if the call stands elsewhere than Pos (P3), or ""
	Pays   string // what each invocation pays again
	Advice string // what to do

	Builds   []Site   // what the call builds, first returned first
	Names    []string // full names of the constructors in Builds, as the catalogue spells them
	Handlers []Site   // handlers that reach it, first one first (P4)
	Way      []Site   // registration, handler, each call down to Pos (P2)

	// Conditional says that a call on the way stands under a condition or in a
	// loop: not every invocation comes here.
	Conditional bool

	Keyed    bool     // depends on the event: reported only with -keyed
	Broken   string   // what is wrong with the guard (G4), or ""
	Fixes    []Fix    // at most one is offered to a driver
	FixedBy  Position // the finding whose fix moves this call along, if there is one
	NotFixed string   // why there is no fix (F4), or ""
	Obstacle Position // what stands in the way of one, if it is a place
}

// Compose writes f.Message from the parts: what is built, in which invocation,
// what it costs again, what to do. It names the first handler and counts the
// others (P4).
func (f *Finding) Compose() {
	var b strings.Builder
	b.WriteString(f.What)
	if f.At != "" {
		b.WriteString(", called at " + f.At + ",")
	}
	verb := " is"
	if strings.Contains(f.What, " and ") {
		verb = " are"
	}
	b.WriteString(verb + " built again on every invocation of " + f.Handlers[0].What)
	switch n := len(f.Handlers) - 1; {
	case n == 1:
		b.WriteString(" and 1 other handler")
	case n > 1:
		fmt.Fprintf(&b, " and %d other handlers", n)
	}
	if f.Broken != "" {
		b.WriteString(", because " + f.Broken)
	}
	b.WriteString(": " + f.Pays + "; " + f.Advice)
	f.Message = b.String()
}

// A Site is a named place in the code under analysis.
type Site struct {
	Pos  Position
	What string // "config.LoadDefaultConfig", "handler main.handle", "call of store.New"
}

// A Position is a place in a file. Line and Col count from 1; Col counts bytes.
type Position struct {
	File      string // absolute
	Line, Col int
}

// A Fix is a set of edits that belong together, all in one file.
type Fix struct {
	Message string
	Edits   []Edit
}

// An Edit replaces the bytes [Start, End) of a file by New.
type Edit struct {
	File       string
	Start, End int
	New        string
}

// A Note is what -v says about something that was not reported.
type Note struct {
	Pos  Position
	What string // "s3.NewFromConfig"
	Why  string // "built once, saved by", "depends on the event, by"
	By   string // "the test of client at store.go:12", "parameter region", or ""
}

// A Result is what the analysis of one package found.
type Result struct {
	Findings []*Finding
	Notes    []Note
	Handlers []Site // handlers found in this package, and how, for -v
}

// Key names a position for comparisons: "file:line:col".
func (p Position) Key() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col) }
