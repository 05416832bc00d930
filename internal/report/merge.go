package report

import (
	"cmp"
	"slices"
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

// sort orders everything by place and drops what is there twice.
func (r *Result) sort() {
	slices.SortStableFunc(r.Findings, func(a, b *Finding) int { return comparePlace(a.Pos, b.Pos) })
	slices.SortFunc(r.Notes, func(a, b Note) int {
		return cmp.Or(comparePlace(a.Pos, b.Pos), cmp.Compare(a.What, b.What), cmp.Compare(a.Why, b.Why))
	})
	slices.SortFunc(r.Handlers, func(a, b Site) int { return cmp.Or(comparePlace(a.Pos, b.Pos), cmp.Compare(a.What, b.What)) })
	r.Notes = slices.Compact(r.Notes)
	r.Handlers = slices.Compact(r.Handlers)
}

func comparePlace(a, b Position) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
}
