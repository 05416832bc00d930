package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// Text says how to print findings for people.
type Text struct {
	Dir     string // names of files below it are printed relative to it
	Context int    // lines of source to print around the call; less than 0: none
	Related bool   // print what is built and the way to it, too
	Color   bool   // for a terminal: bold places that are links
	Read    func(name string) ([]byte, error)
}

// Write prints findings as "file:line:col: message", one per line, with what
// else was asked for below each.
func (t Text) Write(w io.Writer, findings []*Finding) error {
	var b bytes.Buffer
	files := newTexts(t.Read)
	for _, f := range findings {
		fmt.Fprintf(&b, "%s: %s\n", t.link(f.Pos), f.Message)
		if t.Context >= 0 {
			t.source(&b, files, f)
		}
		if t.Related {
			t.related(&b, f)
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

// Place renders a position with its file name as short as possible.
func (t Text) Place(p Position) string {
	return fmt.Sprintf("%s:%d:%d", Relative(t.Dir, p.File), p.Line, p.Col)
}

// Relative returns a file's name relative to a folder if it is below it.
func Relative(dir, file string) string {
	rel, err := filepath.Rel(dir, file)
	if dir == "" || err != nil || !filepath.IsLocal(rel) {
		return file
	}
	return rel
}

// related prints what the call builds, the way to it, and why there is no fix.
func (t Text) related(b *bytes.Buffer, f *Finding) {
	for _, s := range f.Related() {
		fmt.Fprintf(b, "\t%s: %s\n", t.Place(s.Pos), s.What)
	}
}

// Related are the places that belong to a finding (P2): what the call builds,
// elsewhere than in the call itself, the way from the entry point to it, and
// where there is no fix the reason, or the finding whose fix moves it along.
func (f *Finding) Related() []Site {
	var sites []Site
	for _, s := range f.Builds {
		if s.Pos != f.Pos && s.Pos.File != "" {
			sites = append(sites, Site{s.Pos, "builds " + s.What})
		}
	}
	for _, s := range f.Way {
		if s.Pos.File != "" {
			sites = append(sites, s)
		}
	}
	switch {
	case f.NotFixed != "":
		sites = append(sites, Site{cmp.Or(f.Obstacle, f.Pos), "not fixed: " + f.NotFixed})
	case f.FixedBy.File != "":
		sites = append(sites, Site{f.FixedBy, "moved by the fix of this call"})
	}
	return sites
}

// source prints the call's line and the lines around it, with a caret under
// the call. A file that cannot be read is no reason to fail.
func (t Text) source(b *bytes.Buffer, files *texts, f *Finding) {
	for n := max(1, f.Pos.Line-t.Context); n <= f.Pos.Line+t.Context; n++ {
		line, ok := files.line(f.Pos.File, n)
		if !ok {
			continue
		}
		fmt.Fprintf(b, "%d\t%s\n", n, line)
		if n == f.Pos.Line {
			fmt.Fprintf(b, "\t%s%s\n", indent(line, f.Pos.Col-1), t.bold(f.underline(line)))
		}
	}
}

// indent is as wide as the first n bytes of a line.
func indent(line string, n int) string {
	var b strings.Builder
	for _, r := range line[:max(0, min(n, len(line)))] {
		if r != '\t' {
			r = ' '
		}
		b.WriteRune(r)
	}
	return b.String()
}

// underline marks the call as far as it goes on its line.
func (f *Finding) underline(line string) string {
	from, to := max(0, f.Pos.Col-1), len(strings.TrimRight(line, " \t"))
	if f.End.Line == f.Pos.Line && f.End.Col > 0 {
		to = min(to, f.End.Col-1)
	}
	if from >= to {
		return "^"
	}
	return "^" + strings.Repeat("~", len([]rune(line[from:to]))-1)
}

// link is a position, on a terminal in bold and to be clicked.
func (t Text) link(p Position) string {
	place := t.bold(t.Place(p))
	if !t.Color {
		return place
	}
	return "\x1b]8;;" + fileURI(p.File) + "\x1b\\" + place + "\x1b]8;;\x1b\\"
}

func (t Text) bold(s string) string {
	if !t.Color {
		return s
	}
	return "\x1b[1m" + s + "\x1b[0m"
}
