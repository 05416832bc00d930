package reach

import "slices"

// stays reports whether a call cannot move, only what is built inside of it: it
// returns event data (E1), or what is for one use (F4).
func (l *lifting) stays(to *context) bool {
	known, ok := l.staying[to]
	if !ok {
		known = l.resultTainted(to) || slices.ContainsFunc(to.results, l.forOneUse)
		l.staying[to] = known
	}
	return known
}

// resultTainted reports whether event data is in what a call returns. An error
// tells whether it could be built, whatever it says.
func (l *lifting) resultTainted(to *context) bool {
	for i, r := range to.results {
		if to.fn.Fails && i > 0 && i == len(to.results)-1 {
			break
		}
		if l.tainted(r) {
			return true
		}
	}
	return false
}

// forOneUse reports whether v is, or refers to, what another module made during
// the invocation for one use.
func (l *lifting) forOneUse(v value) bool {
	return l.anyOneUse(v, make(map[*place]bool), 0)
}

func (l *lifting) anyOneUse(v value, seen map[*place]bool, depth int) bool {
	for _, a := range v.atoms {
		if seen[a.place] || !a.obj.fresh || a.obj.kind == product || depth > maxDepth {
			continue
		}
		seen[a.place] = true
		if a.obj.oneUse {
			return true
		}
		for _, f := range a.obj.all() {
			if f.touches(a.place) && l.anyOneUse(f.val, seen, depth+1) {
				return true
			}
		}
	}
	return false
}
