package reach

import "slices"

// storing collects the constructions that a context stored into objects that
// its caller created during the invocation.
type storing struct {
	*lifting
	by   *context
	held map[*place]bool // see reachable
	seen map[*object]bool
	out  []*object
}

// into looks at what v refers to: structs and variables, and what functions
// and methods that the context may call back have of those.
func (s *storing) into(v value) {
	for _, a := range v.atoms {
		if !s.seen[a.obj] && a.obj.fresh && a.obj.leads && (a.obj.kind == plain || a.obj.kind == closure || a.obj.kind == bound) {
			s.seen[a.obj] = true
			s.inside(a.obj)
		}
	}
}

// inside looks at what an object's fields hold.
func (s *storing) inside(o *object) {
	for _, p := range o.all() {
		if o.kind == plain && s.storedBy(p, s.by) {
			s.out = s.reachable(p.val, s.held, s.out)
		} else {
			s.into(p.val)
		}
	}
}

// storedBy reports whether a context, or one that it calls, stores something at
// a place.
func (l *lifting) storedBy(p *place, c *context) bool {
	by, ok := l.storing[p]
	if !ok {
		by = make(map[*context]bool)
		l.storing[p] = by
		l.addCallers(by, p.storers)
	}
	return by[c]
}

// addCallers adds contexts and all that lead to them.
func (l *lifting) addCallers(set map[*context]bool, todo []*context) {
	todo = slices.Clone(todo)
	for len(todo) > 0 {
		c := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !set[c] {
			set[c] = true
			todo = append(todo, l.callers[c]...)
		}
	}
}

// noteCallers notes who calls whom, below some contexts.
func (l *lifting) noteCallers(todo []*context) {
	seen := make(map[*context]bool)
	for len(todo) > 0 {
		c := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[c] {
			continue
		}
		seen[c] = true
		for _, edges := range c.edges {
			for _, e := range edges {
				l.callers[e.to] = append(l.callers[e.to], c)
				todo = append(todo, e.to)
			}
		}
	}
}
