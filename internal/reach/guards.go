package reach

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// holds reports whether a guard saves a node from running on every invocation:
// what it tests outlives the invocation and is assigned under the test (G2, G3).
func (e *evaluator) holds(c *context, at summary.Ref, n *summary.Node) bool {
	for _, i := range n.Guards {
		g := &c.fn.Guards[i]
		if e.guardHolds(c, g) && e.companions(c, g) {
			set(&c.saved, at, fmt.Sprintf("the test of %s at %s", orThat(g.What), e.place(c.fn, g.Pos)))
			return true
		}
	}
	return false
}

func orThat(name string) string {
	if name == "" {
		return "stored state"
	}
	return name
}

// companions reports whether the guards hold that g cannot do without.
func (e *evaluator) companions(c *context, g *summary.Guard) bool {
	for _, i := range g.And {
		if other := &c.fn.Guards[i]; !e.guardHolds(c, other) && !e.asksEvent(c, other) {
			return false
		}
	}
	return true
}

// asksEvent reports whether a test reads no storage of the module: "c == nil ||
// forced" builds now and then, as "c == nil" alone does.
func (e *evaluator) asksEvent(c *context, g *summary.Guard) bool {
	for l := range e.tested(c, g) {
		if l.obj.kind != opaque && !l.obj.tainted() {
			return false
		}
	}
	return true
}

// guardHolds judges one guard, once a pass.
func (e *evaluator) guardHolds(c *context, g *summary.Guard) bool {
	known, ok := c.verdicts[g]
	if !ok {
		known = e.judge(c, g)
		set(&c.verdicts, g, known)
	}
	return known
}

func (e *evaluator) judge(c *context, g *summary.Guard) bool {
	if g.Takes {
		return e.takesLast(c, g)
	}
	if g.Inverted || g.Reset {
		return false
	}
	if e.givenBack(c, g) {
		c.doubtful = true
		return true
	}
	// On a context's first pass nothing is known about what is assigned where.
	// Taking a guard to hold is then the safe side: what it would make
	// persistent is tested again later, together with what is found by then.
	tested := e.tested(c, g)
	if kept := e.keptAll(tested); !kept || c.asksParams(g) {
		if e.given(c, g) {
			c.doubtful = true
			return true
		}
		if !kept {
			return false
		}
	}
	c.doubtful = true
	old, known := c.before.verdicts[g]
	if c.firstPass && known {
		return old
	}
	return c.firstPass || g.Claims && !e.claimsKey(c, g) || len(tested) > 0 && e.assigned(c, g, tested)
}

// givenBack reports whether a guard tests an argument that the caller read from
// persistent storage, into which it stores what the function returns.
func (e *evaluator) givenBack(c *context, g *summary.Guard) bool {
	return len(g.Conds) > 0 && !slices.ContainsFunc(g.Conds, func(r summary.Ref) bool { return !slices.Contains(c.back, r) })
}

// given reports whether what a guard tests for nil is there in this context: the
// caller gave something that outlives the invocation, so that the default for
// those who give nothing is not built.
func (e *evaluator) given(c *context, g *summary.Guard) bool {
	if !g.Nil || g.Inverted || c.key.shared || len(g.Conds) == 0 {
		return false
	}
	return !slices.ContainsFunc(g.Conds, func(r summary.Ref) bool {
		there := false
		v := c.val(r)
		if g.Field != "" {
			v = e.part(v, g.Field, true)
		}
		for _, a := range v.atoms {
			switch {
			case a.obj.at == c: // the default
			case a.obj.fresh || a.obj.kind == opaque:
				return true
			default:
				there = true
			}
		}
		return !there
	})
}

// asksParams reports whether a guard tests nothing but parameters.
func (c *context) asksParams(g *summary.Guard) bool {
	return !slices.ContainsFunc(g.Conds, func(r summary.Ref) bool { return r < 0 || c.fn.Nodes[r].Op != summary.OpParam })
}

// back returns the parameters for which a call gets what is in persistent
// storage, while the call's result goes there: c = ensure(c).
func (e *evaluator) back(s *site, fn *summary.Func) []summary.Ref {
	var out []summary.Ref
	for i := range fn.Guards {
		for _, r := range fn.Guards[i].Conds {
			at := int(r) + s.shift
			if r < 0 || fn.Nodes[r].Op != summary.OpParam || at >= len(s.n.X) {
				continue
			}
			from := make(map[*place]bool)
			e.read(s.c, s.n.X[at], from, 0)
			if len(from) > 0 && e.keptAll(from) && e.resultGoes(s, from) {
				out = append(out, r)
			}
		}
	}
	return out
}

// resultGoes reports whether the caller stores a result into one of the places.
func (e *evaluator) resultGoes(s *site, into map[*place]bool) bool {
	for _, r := range e.resultStores(s.c)[s.n] {
		n := &s.c.fn.Nodes[r]
		to := s.c.val(n.X[0])
		if len(to.atoms) == 0 { // stands after the call
			to = e.access(s.c, n.X[0], &s.c.fn.Nodes[n.X[0]])
		}
		if slices.ContainsFunc(to.atoms, func(a atom) bool { return matches(placeOf(n, a), into) }) {
			return true
		}
	}
	return false
}

// resultStores returns the stores of a function's calls' results.
func (e *evaluator) resultStores(c *context) map[*summary.Node][]summary.Ref {
	known, ok := e.stores[c.fn]
	if ok {
		return known
	}
	known = make(map[*summary.Node][]summary.Ref)
	for i := range c.fn.Nodes {
		n := &c.fn.Nodes[i]
		if n.Op != summary.OpStore || n.X[0] < 0 {
			continue
		}
		if call := c.callOf(n.X[1]); call != nil {
			known[call] = append(known[call], summary.Ref(i))
		}
	}
	e.stores[c.fn] = known
	return known
}

// placeOf is the place that a store fills through an address.
func placeOf(store *summary.Node, a atom) *place {
	if store.S == "elem" {
		return a.sub(elem)
	}
	return a.place
}

// claimsKey reports whether all that a guard claims is a key from the event:
// LoadOrStore(id, true).
func (e *evaluator) claimsKey(c *context, g *summary.Guard) bool {
	return slices.ContainsFunc(g.Conds, func(r summary.Ref) bool {
		n := c.callOf(r)
		return n != nil && e.ticks(c, keyed(n)...)
	})
}

// callOf returns the call of which a node is a result, or nil.
func (c *context) callOf(r summary.Ref) *summary.Node {
	if r < 0 {
		return nil
	}
	n := &c.fn.Nodes[r]
	if n.Op == summary.OpExtract {
		n = &c.fn.Nodes[n.X[0]]
	}
	if n.Op != summary.OpCall {
		return nil
	}
	return n
}

// keptAll reports whether all of the places are persistent storage.
func (e *evaluator) keptAll(places map[*place]bool) bool {
	for l := range places {
		e.visit++
		if !e.persists(l.obj) {
			return false
		}
	}
	return true
}

// persists reports whether an object is persistent storage: it was there before
// the invocation, or a guard saves it from being made each time and not all that
// refers to it is the invocation's own.
func (e *evaluator) persists(o *object) bool {
	if o.fresh || o.whole.visit == e.visit {
		return false
	}
	o.whole.visit = e.visit
	return o.at == nil || !o.at.inv || len(o.holders) == 0 || slices.ContainsFunc(o.holders, e.persists)
}

// place prints a position inside the module: file name and line.
func (e *evaluator) place(fn *summary.Func, p summary.Pos) string {
	pkg := e.pkgs[fn.Pkg]
	if pkg == nil || !p.IsValid() {
		return "an unknown place"
	}
	file := pkg.Files[p.F]
	return fmt.Sprintf("%s:%d", file[strings.LastIndexAny(file, `/\`)+1:], p.L)
}
