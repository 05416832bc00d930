package edit

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"sort"
	"strings"

	"github.com/lambdainit/lambdainit/internal/report"
)

// Dropped is a fix that was not applied, and why.
type Dropped struct {
	Fix    report.Fix
	Index  int // of the fix in the argument of Apply
	Reason string
}

// Apply applies fixes to the files that read gives and returns the new
// contents of the files that change. Earlier fixes win over later ones that
// overlap them. The error is one of read.
func Apply(fixes []report.Fix, read func(string) ([]byte, error)) (map[string][]byte, []Dropped, error) {
	a := &applier{read: read, files: make(map[string]*fileEdits)}
	for i, fix := range fixes {
		reason, err := a.add(fix)
		if err != nil {
			return nil, nil, err
		}
		if reason != "" {
			a.dropped = append(a.dropped, Dropped{fix, i, reason})
		}
	}
	return a.contents(), a.dropped, nil
}

type applier struct {
	read    func(string) ([]byte, error)
	files   map[string]*fileEdits
	dropped []Dropped
}

// fileEdits is one file and the edits accepted for it, sorted.
type fileEdits struct {
	old    []byte
	locked string // why the file takes no edit, or ""
	edits  []report.Edit
	now    []byte // the result, or nil before the first fix
}

// add accepts the fix or returns the reason for dropping it.
func (a *applier) add(fix report.Fix) (string, error) {
	if len(fix.Edits) == 0 {
		return "it has no edits", nil
	}
	merged := make(map[string][]report.Edit)
	for _, e := range fix.Edits {
		f, err := a.file(e.File)
		if err != nil {
			return "", err
		}
		if f.locked != "" {
			return f.locked, nil
		}
		if merged[e.File] == nil {
			merged[e.File] = slices.Clone(f.edits)
		}
		next, reason := insertEdit(merged[e.File], e, len(f.old))
		if reason != "" {
			return reason, nil
		}
		merged[e.File] = next
	}
	return a.accept(merged), nil
}

// accept makes the merged edits those of their files if every file still parses.
func (a *applier) accept(merged map[string][]report.Edit) string {
	results := make(map[string][]byte)
	for name, edits := range merged {
		out, err := finish(name, a.files[name].old, Splice(a.files[name].old, edits))
		if err != nil {
			return "the result does not parse: " + err.Error()
		}
		results[name] = out
	}
	for name, edits := range merged {
		a.files[name].edits = edits
		a.files[name].now = results[name]
	}
	return ""
}

func (a *applier) file(name string) (*fileEdits, error) {
	if f := a.files[name]; f != nil {
		return f, nil
	}
	src, err := a.read(name)
	if err != nil {
		return nil, err
	}
	f := &fileEdits{old: src}
	switch file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ParseComments|parser.SkipObjectResolution); {
	case err != nil:
		f.locked = "the file does not parse: " + err.Error()
	case ast.IsGenerated(file):
		f.locked = "the file is generated"
	}
	a.files[name] = f
	return f, nil
}

// contents returns what changed.
func (a *applier) contents() map[string][]byte {
	out := make(map[string][]byte)
	for name, f := range a.files {
		if f.now != nil && !bytes.Equal(f.now, f.old) {
			out[name] = f.now
		}
	}
	return out
}

// insertEdit puts e into the sorted edits, or says why it cannot be there.
// An edit that is there already is not added again.
func insertEdit(edits []report.Edit, e report.Edit, size int) ([]report.Edit, string) {
	if e.Start < 0 || e.End < e.Start || e.End > size {
		return nil, fmt.Sprintf("an edit lies outside its file (bytes %d to %d of %d)", e.Start, e.End, size)
	}
	for _, other := range edits {
		if other == e {
			return edits, ""
		}
		if overlap(other, e) {
			return nil, "it overlaps another fix"
		}
	}
	i := sort.Search(len(edits), func(i int) bool { return after(edits[i], e) })
	return slices.Insert(slices.Clip(edits), i, e), ""
}

// overlap reports whether the edits change common bytes, or one inserts
// inside what the other replaces. Two insertions at one place do not overlap.
func overlap(x, y report.Edit) bool {
	return x.Start < y.End && y.Start < x.End
}

// after reports whether x comes later than y. At one place insertions come first.
func after(x, y report.Edit) bool {
	return x.Start > y.Start || x.Start == y.Start && x.End > y.End
}

// Splice returns src with the sorted edits applied.
func Splice(src []byte, edits []report.Edit) []byte {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.Write(src[at:e.Start])
		b.WriteString(e.New)
		at = e.End
	}
	b.Write(src[at:])
	return []byte(b.String())
}
