package reach

import (
	"cmp"
	"slices"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// lifting answers, per context, which constructions a call of it hands to its
// caller: there the call has to move, not in the context (P1, C3).
type lifting struct {
	*evaluator
	escaped map[*context][]*object
	stored  map[*context]map[*object]bool // escape by being stored, not returned
	active  map[*context]bool
	busy    map[*context]bool // see makesAny
	callers map[*context][]*context
	storing map[*place]map[*context]bool // see storedBy
	staying map[*context]bool            // see stays
	moments map[nodeOf]bool              // see momentary
	asking  []nodeOf                     // see settle
}

func newLifting(e *evaluator, roots []*root) *lifting {
	l := &lifting{evaluator: e, escaped: make(map[*context][]*object),
		stored: make(map[*context]map[*object]bool), active: make(map[*context]bool), busy: make(map[*context]bool),
		callers: make(map[*context][]*context), storing: make(map[*place]map[*context]bool), staying: make(map[*context]bool), moments: make(map[nodeOf]bool)}
	var handlers []*context
	for _, r := range roots {
		handlers = append(handlers, r.ctx)
	}
	l.noteCallers(handlers)
	return l
}

// at returns the constructions that a context's node makes: its own, or what
// the functions it calls return.
func (l *lifting) at(c *context, at summary.Ref) []*object {
	var out []*object
	if o := c.made[at]; o != nil && o.fresh {
		out = append(out, o)
	}
	for _, e := range c.edges[at] {
		if !e.to.inv || len(l.escaping(e.to)) == 0 || l.stays(e.to) || l.lent(c, at) || l.givenMoment(c, at) {
			continue
		}
		for _, o := range l.escaping(e.to) {
			if !slices.Contains(out, o) && l.handsOn(c, at, e, o) {
				out = append(out, o)
			}
		}
	}
	return out
}

// handsOn reports whether a construction that a called function returns gets
// back to the call. What another module called may return it to that module
// only, which need not pass it on as singleflight does.
func (l *lifting) handsOn(c *context, at summary.Ref, e edge, o *object) bool {
	if !e.callback || l.stored[e.to][o] {
		return true
	}
	seen := make(map[*place]bool)
	for _, v := range c.tuples[at] {
		if slices.Contains(l.reachable(v, seen, nil), o) {
			return true
		}
	}
	return false
}

// lent reports whether a node calls a function that it was given, under a guard
// that does not hold: a lazy helper that others use too is not what has to move,
// nor is a sync.Once that should have saved the call (G4).
func (l *lifting) lent(c *context, at summary.Ref) bool {
	n := &c.fn.Nodes[at]
	return c.broken[at] != "" || n.Call != nil && n.Call.How == summary.Dynamic && (c.unguarded || l.explain(c, at) != "")
}

// escaping returns the constructions that a context hands to its caller, those
// returned first coming first.
func (l *lifting) escaping(c *context) []*object {
	if out, ok := l.escaped[c]; ok {
		return out
	}
	if l.active[c] || !l.makesAny(c) {
		return nil
	}
	l.active[c] = true
	handed, returned := l.handed(c)
	var out []*object
	if len(handed) > 0 {
		l.stored[c] = make(map[*object]bool)
		made := l.all(c)
		for i, o := range handed {
			if made[o] {
				out = append(out, o)
				l.stored[c][o] = i >= returned
			}
		}
	}
	l.escaped[c] = out
	delete(l.active, c)
	return out
}

// makesAny reports whether a context, or one that it calls, makes something per
// invocation.
func (l *lifting) makesAny(c *context) bool {
	seen := make(map[*context]bool)
	if l.makes(c, seen) {
		return true
	}
	for x := range seen {
		l.busy[x] = false
	}
	return false
}

// makes looks for what makesAny asks in contexts that were not seen yet.
func (l *lifting) makes(c *context, seen map[*context]bool) bool {
	if known, ok := l.busy[c]; ok || seen[c] {
		return known
	}
	seen[c] = true
	for _, o := range c.made {
		l.busy[c] = l.busy[c] || o.fresh
	}
	for _, edges := range c.edges {
		if l.busy[c] || slices.ContainsFunc(edges, func(e edge) bool { return l.makes(e.to, seen) }) {
			l.busy[c] = true
			return true
		}
	}
	if l.busy[c] {
		return true
	}
	delete(l.busy, c) // not known before all that it calls is
	return false
}

// all returns everything that a context's nodes make and that may move further
// up: what stands under a broken guard is reported there (G4).
func (l *lifting) all(c *context) map[*object]bool {
	out := make(map[*object]bool)
	for i := range c.fn.Nodes {
		r := summary.Ref(i)
		made := l.at(c, r)
		if len(made) > 0 && (len(c.fn.Nodes[i].Guards) > 0 || c.broken[r] != "") && l.explain(c, r) != "" {
			continue
		}
		for _, o := range made {
			out[o] = true
		}
	}
	return out
}

// handed returns the constructions reachable from a context's results, n in
// number, and then those that it stored into objects that its caller created.
func (l *lifting) handed(c *context) (out []*object, n int) {
	seen := make(map[*place]bool)
	for _, r := range c.results {
		out = l.reachable(r, seen, out)
	}
	n = len(out)
	s := &storing{lifting: l, by: c, held: seen, seen: make(map[*object]bool), out: out}
	for _, a := range c.args {
		s.into(a)
	}
	if c.env != nil {
		s.inside(c.env)
	}
	return s.out, n
}

// reachable adds the constructions of this invocation that v holds. A
// construction that depends on the event cannot move, so what went into it
// does not move with it.
func (l *lifting) reachable(v value, seen map[*place]bool, out []*object) []*object {
	for _, a := range v.atoms {
		if seen[a.place] || !a.obj.fresh || a.obj.kind != product && !a.obj.leads {
			continue
		}
		seen[a.place] = true
		if a.obj.kind == product {
			if a.obj.tainted() {
				continue
			}
			if !slices.Contains(out, a.obj) {
				out = append(out, a.obj)
			}
		}
		out = l.inFields(a, seen, out)
	}
	return out
}

// inFields adds the constructions that an object's fields hold, those built
// first coming first.
func (l *lifting) inFields(a atom, seen map[*place]bool, out []*object) []*object {
	n := len(out)
	var each [][]*object
	for _, p := range a.obj.all() {
		if p.touches(a.place) {
			all := l.reachable(p.val, seen, out)
			each = append(each, all[len(out):])
			out = all
		}
	}
	each = slices.DeleteFunc(each, func(o []*object) bool { return len(o) == 0 })
	if len(each) < 2 {
		return out
	}
	slices.SortStableFunc(each, func(a, b []*object) int { return cmp.Compare(a[0].id, b[0].id) })
	return append(out[:n:n], slices.Concat(each...)...)
}

// lifts reports whether a construction moves at a caller of the visited
// context: where that returns it, or where it stores it into something that a
// caller returns in turn (P1).
func (l *lifting) lifts(v *visit, o *object) bool {
	if v.from == nil || l.lent(v.from.ctx, v.at) || l.givenMoment(v.from.ctx, v.at) || l.stays(v.ctx) || !slices.Contains(l.escaping(v.ctx), o) || !l.getsBack(v, o) {
		return false
	}
	return !l.stored[v.ctx][o] || l.lifts(v.from, o)
}

// here reports whether a construction that a node yields came to it by being
// returned, so that it may have to move here.
func (l *lifting) here(c *context, at summary.Ref, o *object) bool {
	return c.made[at] == o || slices.ContainsFunc(c.edges[at], func(e edge) bool { return l.returns(e, o) })
}

// returns reports whether a called function returns a construction.
func (l *lifting) returns(e edge, o *object) bool {
	return slices.Contains(l.escaping(e.to), o) && !l.stored[e.to][o]
}

// getsBack reports whether what a context returns gets back to the call that
// led to it.
func (l *lifting) getsBack(v *visit, o *object) bool {
	return slices.ContainsFunc(v.from.ctx.edges[v.at], func(e edge) bool { return e.to == v.ctx && l.handsOn(v.from.ctx, v.at, e, o) })
}
