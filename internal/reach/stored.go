package reach

// storing collects the constructions that a context stored into objects that
// its caller created during the invocation.
type storing struct {
	*lifting
	by     *context
	held   map[*place]bool // see reachable
	seen   map[*object]bool
	places map[*place]bool
	out    []*object
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
		if o.kind == plain && s.filled()[p] {
			s.out = s.reachable(p.val, s.held, s.out)
		} else {
			s.into(p.val)
		}
	}
}

// filled returns the places into which the context, or one that it calls, stores
// something.
func (s *storing) filled() map[*place]bool {
	if s.places == nil {
		s.places = make(map[*place]bool)
		s.fills(s.by, make(map[*context]bool))
	}
	return s.places
}

func (s *storing) fills(c *context, seen map[*context]bool) {
	if seen[c] {
		return
	}
	seen[c] = true
	for at := range c.stores {
		s.places[at] = true
	}
	for _, edges := range c.edges {
		for _, e := range edges {
			s.fills(e.to, seen)
		}
	}
}
