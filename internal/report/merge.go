package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Merge joins what was found in several packages. Packages can report the same
// call: the first finding stays, with the handlers of all (P4). All is sorted
// by place. The order of results decides which finding is first.
func Merge(results []*Result) *Result {
	merged := new(Result)
	first := make(map[Position]*Finding)
	for _, r := range results {
		for _, f := range r.Findings {
			if old := first[f.Pos]; old != nil {
				old.join(f)
				continue
			}
			f := *f
			f.Handlers = slices.Clone(f.Handlers)
			first[f.Pos] = &f
			merged.Findings = append(merged.Findings, &f)
		}
		merged.Notes = append(merged.Notes, r.Notes...)
		merged.Handlers = append(merged.Handlers, r.Handlers...)
	}
	merged.sort()
	return merged
}

// join adds the handlers of another finding of the same call.
func (f *Finding) join(other *Finding) {
	n := len(f.Handlers)
	for _, h := range other.Handlers {
		if !slices.Contains(f.Handlers, h) {
			f.Handlers = append(f.Handlers, h)
		}
	}
	if len(f.Handlers) > n {
		f.Compose()
	}
}

// sort orders everything by place and drops what is there twice; notes about
// one construction become one.
func (r *Result) sort() {
	slices.SortStableFunc(r.Findings, func(a, b *Finding) int { return comparePlace(a.Pos, b.Pos) })
	slices.SortFunc(r.Notes, func(a, b Note) int {
		return cmp.Or(comparePlace(a.Pos, b.Pos), cmp.Compare(a.What, b.What), cmp.Compare(a.Why, b.Why), cmp.Compare(a.By, b.By))
	})
	slices.SortFunc(r.Handlers, func(a, b Site) int { return cmp.Or(comparePlace(a.Pos, b.Pos), cmp.Compare(a.What, b.What)) })
	r.Notes = onePerPlace(slices.Compact(r.Notes))
	r.Handlers = slices.Compact(r.Handlers)
}

func comparePlace(a, b Position) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
}

// onePerPlace joins sorted notes about one construction, which other ways and
// other guards may lead to. Of each reason the first place is named and the
// others are counted.
func onePerPlace(notes []Note) []Note {
	var out []Note
	for len(notes) > 0 {
		first, n := notes[0], 1
		for n < len(notes) && notes[n].Pos == first.Pos && notes[n].What == first.What {
			n++
		}
		out = append(out, Note{Pos: first.Pos, What: first.What, Why: reasons(notes[:n])})
		notes = notes[n:]
	}
	return out
}

// reasons puts sorted notes about one construction into words.
func reasons(notes []Note) string {
	var b strings.Builder
	for len(notes) > 0 {
		first := notes[0]
		n := 1
		for n < len(notes) && notes[n].Why == first.Why {
			n++
		}
		if b.Len() > 0 {
			b.WriteString("; ")
		}
		b.WriteString(strings.TrimSpace(first.Why + " " + first.By))
		switch {
		case n == 2:
			b.WriteString(" and 1 other")
		case n > 2:
			fmt.Fprintf(&b, " and %d others", n-1)
		}
		notes = notes[n:]
	}
	return b.String()
}
