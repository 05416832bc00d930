// Package report holds what lambdainit found and prints it.
package report

// A Finding is one call that has to move out of the invocation.
type Finding struct {
	Pos, End Position // the call (P1)
	Kind     string   // catalogue kind of the first thing built
	Message  string   // complete sentence(s), without position
	URL      string   // the kind's page

	Builds   []Site // what the call builds, first returned first
	Handlers []Site // handlers that reach it, first one first (P4)
	Way      []Site // registration, handler, each call down to Pos (P2)

	Keyed    bool   // depends on the event: reported only with -keyed
	Broken   string // what is wrong with the guard (G4), or ""
	Fixes    []Fix  // at most one is offered to a driver
	NotFixed string // why there is no fix (F4), or ""
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
	Why  string // "guarded by main.client at store.go:12", "depends on parameter region"
}

// A Result is what the analysis of one package found.
type Result struct {
	Findings []*Finding
	Notes    []Note
	Handlers []Site // handlers found in this package, and how, for -v
}
