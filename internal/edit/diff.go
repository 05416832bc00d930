package edit

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/lambdainit/lambdainit/internal/report"
)

// context is the number of unchanged lines around a change in a diff.
const context = 3

// Diff returns the unified diff from old to new, or nothing if they are equal.
func Diff(name string, old, new []byte) []byte {
	if bytes.Equal(old, new) {
		return nil
	}
	a, b := lines(old), lines(new)
	var out bytes.Buffer
	fmt.Fprintf(&out, "--- %s\n+++ %s\n", name, name)
	for _, h := range hunks(script(a, b)) {
		h.print(&out, a, b)
	}
	return out.Bytes()
}

// lines splits src after each newline.
func lines(src []byte) []string {
	l := strings.SplitAfter(string(src), "\n")
	if l[len(l)-1] == "" {
		l = l[:len(l)-1]
	}
	return l
}

// A change replaces lines [a0, a1) of the old text by lines [b0, b1) of the new.
type change struct{ a0, a1, b0, b1 int }

// script returns the changes from a to b: what is common at both ends is cut
// off, the rest is solved by the longest common subsequence.
func script(a, b []string) []change {
	lo := 0
	for lo < len(a) && lo < len(b) && a[lo] == b[lo] {
		lo++
	}
	hi := 0
	for hi < len(a)-lo && hi < len(b)-lo && a[len(a)-1-hi] == b[len(b)-1-hi] {
		hi++
	}
	return middle(a[lo:len(a)-hi], b[lo:len(b)-hi], lo)
}

// maxCells bounds the table of middle; a larger region is one change.
const maxCells = 16 << 20

// middle solves a region that begins at line base of both texts.
func middle(a, b []string, base int) []change {
	if len(a)*len(b) > maxCells {
		return []change{{base, base + len(a), base, base + len(b)}}
	}
	common := commonTable(a, b)
	var out []change
	for i, j := 0, 0; i < len(a) || j < len(b); {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			i, j = i+1, j+1
			continue
		}
		c := change{a0: base + i, b0: base + j}
		for (i < len(a) || j < len(b)) && !(i < len(a) && j < len(b) && a[i] == b[j]) {
			if j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1] {
				i++
			} else {
				j++
			}
		}
		c.a1, c.b1 = base+i, base+j
		out = append(out, c)
	}
	return out
}

// commonTable returns for all i, j the length of the longest common
// subsequence of a[i:] and b[j:].
func commonTable(a, b []string) [][]int32 {
	t := make([][]int32, len(a)+1)
	for i := range t {
		t[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				t[i][j] = t[i+1][j+1] + 1
			} else {
				t[i][j] = max(t[i+1][j], t[i][j+1])
			}
		}
	}
	return t
}

// A hunk is a run of changes whose contexts touch.
type hunk []change

func hunks(changes []change) []hunk {
	var out []hunk
	for _, c := range changes {
		if n := len(out); n > 0 && c.a0-out[n-1][len(out[n-1])-1].a1 <= 2*context {
			out[n-1] = append(out[n-1], c)
			continue
		}
		out = append(out, hunk{c})
	}
	return out
}

func (h hunk) print(out *bytes.Buffer, a, b []string) {
	first, last := h[0], h[len(h)-1]
	before := min(context, first.a0)
	after := min(context, len(a)-last.a1)
	fmt.Fprintf(out, "@@ -%s +%s @@\n",
		span(first.a0-before, last.a1+after), span(first.b0-before, last.b1+after))
	at := first.a0 - before
	for _, c := range h {
		printLines(out, " ", a[at:c.a0])
		printLines(out, "-", a[c.a0:c.a1])
		printLines(out, "+", b[c.b0:c.b1])
		at = c.a1
	}
	printLines(out, " ", a[at:at+after])
}

// span prints the lines [from, to) as a hunk header names them.
func span(from, to int) string {
	switch to - from {
	case 0:
		return fmt.Sprintf("%d,0", from)
	case 1:
		return fmt.Sprintf("%d", from+1)
	}
	return fmt.Sprintf("%d,%d", from+1, to-from)
}

func printLines(out *bytes.Buffer, sign string, lines []string) {
	for _, l := range lines {
		out.WriteString(sign)
		out.WriteString(l)
		if !strings.HasSuffix(l, "\n") {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// Between returns the edits of whole lines that turn old into new.
func Between(file string, old, new []byte) []report.Edit {
	a, b := lines(old), lines(new)
	starts := make([]int, len(a)+1)
	for i, l := range a {
		starts[i+1] = starts[i] + len(l)
	}
	var out []report.Edit
	for _, c := range script(a, b) {
		out = append(out, report.Edit{File: file, Start: starts[c.a0], End: starts[c.a1], New: strings.Join(b[c.b0:c.b1], "")})
	}
	return out
}
