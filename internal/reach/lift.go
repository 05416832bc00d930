package reach

import (
	"slices"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// lifting answers, per context, which constructions a call of it hands to its
// caller: there the call has to move, not in the context (P1, C3).
type lifting struct {
	*evaluator
	escaped map[*context][]*object
	active  map[*context]bool
}

// at returns the constructions that a context's node makes: its own, or what
// the functions it calls return.
func (l *lifting) at(c *context, at summary.Ref) []*object {
	var out []*object
	if o := c.made[at]; o != nil && o.fresh {
		out = append(out, o)
	}
	for _, e := range c.edges[at] {
		if !e.to.inv || e.callback || l.resultTainted(c, at, e.to) {
			continue
		}
		for _, o := range l.escaping(e.to) {
			if !slices.Contains(out, o) {
				out = append(out, o)
			}
		}
	}
	return out
}

// resultTainted reports whether event data is in what a call returns: then the
// call itself cannot move, only what is built inside of it.
func (l *lifting) resultTainted(c *context, at summary.Ref, to *context) bool {
	for _, r := range to.results {
		if l.tainted(r) {
			return true
		}
	}
	return false
}

// escaping returns the constructions that a context hands to its caller, those
// returned first coming first.
func (l *lifting) escaping(c *context) []*object {
	if out, ok := l.escaped[c]; ok {
		return out
	}
	if l.active[c] {
		return nil
	}
	l.active[c] = true
	handed := l.handed(c)
	var out []*object
	if len(handed) > 0 {
		made := l.all(c)
		for _, o := range handed {
			if made[o] {
				out = append(out, o)
			}
		}
	}
	l.escaped[c] = out
	delete(l.active, c)
	return out
}

// all returns everything that a context's nodes make.
func (l *lifting) all(c *context) map[*object]bool {
	out := make(map[*object]bool)
	for i := range c.fn.Nodes {
		for _, o := range l.at(c, summary.Ref(i)) {
			out[o] = true
		}
	}
	return out
}

// handed returns the constructions reachable from a context's results and from
// what it stored into objects that its caller created.
func (l *lifting) handed(c *context) []*object {
	var out []*object
	seen := make(map[loc]bool)
	for _, r := range c.results {
		out = l.reachable(r, seen, out)
	}
	for _, a := range c.args {
		for _, x := range a.atoms {
			if x.obj.kind != plain || !x.obj.fresh {
				continue
			}
			for _, p := range sortedFields(x.obj) {
				if c.stores[loc{x.obj, p}] {
					out = l.reachable(x.obj.fields[p], seen, out)
				}
			}
		}
	}
	return out
}

// reachable adds the constructions of this invocation that v holds. A
// construction that depends on the event cannot move, so what went into it
// does not move with it.
func (l *lifting) reachable(v value, seen map[loc]bool, out []*object) []*object {
	for _, a := range v.atoms {
		at := loc{a.obj, a.path}
		if seen[at] || !a.obj.fresh {
			continue
		}
		seen[at] = true
		if a.obj.kind == product {
			if a.obj.taint {
				continue
			}
			if !slices.Contains(out, a.obj) {
				out = append(out, a.obj)
			}
		}
		for _, p := range sortedFields(a.obj) {
			if within(p, a.path) {
				out = l.reachable(a.obj.fields[p], seen, out)
			}
		}
	}
	return out
}
