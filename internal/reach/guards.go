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

// assigned reports whether one of the tested places is assigned under the
// test or after it, there or in a function that is called there.
func (e *evaluator) assigned(c *context, g *summary.Guard, tested map[*place]bool) bool {
	return e.assignedBy(c, g, g.Under, tested) || !g.Inverted && (e.assignedBy(c, g, g.After, tested) || e.comesBack(c, g, tested))
}

// comesBack reports whether what is built under a guard gets into what the guard
// tests, wherever that happens: the caller may store it, or give it back (G2).
func (e *evaluator) comesBack(c *context, g *summary.Guard, tested map[*place]bool) bool {
	built := make(map[*object]bool)
	for _, r := range g.Under {
		if o := c.made[r]; o != nil {
			built[o] = true
		}
		for _, v := range append(c.tuples[r], c.vals[r]) {
			for _, a := range v.atoms {
				if a.obj.at != nil && (a.obj.kind == product || e.holdsProduct(a.obj)) && e.madeAt(c, r, a.obj) {
					built[a.obj] = true
				}
			}
		}
	}
	return len(built) > 0 && e.leads(tested, func(o *object) bool { return built[o] })
}

// madeAt reports whether a node, or what it calls, makes an object, rather than
// getting at one that was there.
func (e *evaluator) madeAt(c *context, r summary.Ref, o *object) bool {
	return o.at == c && o.node == r || calledFrom(append(c.edges[r][:len(c.edges[r]):len(c.edges[r])], c.before.edges[r]...), []*context{o.at})
}

func (e *evaluator) assignedBy(c *context, g *summary.Guard, nodes []summary.Ref, tested map[*place]bool) bool {
	keys := c.keysOf(g)
	for _, r := range nodes {
		n := &c.fn.Nodes[r]
		switch n.Op {
		case summary.OpStore:
			if e.storesInto(c, n, tested) && (n.Key == "" || keys == nil || slices.Contains(keys, n.Key)) {
				return true
			}
		case summary.OpCall:
			if e.callAssigns(c, r, n, tested) {
				return true
			}
		}
	}
	return false
}

// keysOf returns the keys that a guard looks for in a map, if all are constants.
func (c *context) keysOf(g *summary.Guard) []string {
	var out []string
	for _, r := range g.Conds {
		if r < 0 || c.fn.Nodes[r].Key == "" {
			return nil
		}
		out = append(out, c.fn.Nodes[r].Key)
	}
	return out
}

func (e *evaluator) storesInto(c *context, n *summary.Node, tested map[*place]bool) bool {
	if n.T == "nil" || e.ticks(c, n.X[1:]...) {
		return false
	}
	for _, a := range c.val(n.X[0]).atoms {
		if matches(placeOf(n, a), tested) {
			return true
		}
	}
	return false
}

// ticks reports whether a constant is stored under a key that depends on the
// event: "seen[id] = true" keeps nothing that was built (G3).
func (e *evaluator) ticks(c *context, valueAndKey ...summary.Ref) bool {
	return len(valueAndKey) == 2 && c.constant(valueAndKey[0]) && e.tainted(c.val(valueAndKey[1]))
}

// constant reports whether a node is a constant, as an interface or not.
func (c *context) constant(r summary.Ref) bool {
	return r < 0 || c.fn.Nodes[r].Op == summary.OpIface && c.constant(c.fn.Nodes[r].X[0])
}

// matches reports whether a store fills one of the tested places, or what it
// is a part of.
func matches(l *place, tested map[*place]bool) bool {
	for t := range tested {
		if t.in(l) {
			return true
		}
	}
	return false
}

func (e *evaluator) callAssigns(c *context, r summary.Ref, n *summary.Node, tested map[*place]bool) bool {
	call := c.before.edges[r]
	if len(call) > 0 && e.assigns(call, tested) {
		return true
	}
	if len(call) > 0 || !storage(n) || !fills(n.Call.Name) && !e.takesProduct(c, n) || e.ticks(c, keyed(n)...) {
		return false
	}
	for _, a := range c.val(n.X[0]).atoms {
		if tested[a.sub(content)] || tested[a.sub(elem)] {
			return true
		}
	}
	return false
}

// takesProduct reports whether a construction is among a method's arguments.
func (e *evaluator) takesProduct(c *context, n *summary.Node) bool {
	return slices.ContainsFunc(n.X[1:], func(r summary.Ref) bool {
		return slices.ContainsFunc(c.val(r).atoms, func(a atom) bool { return a.obj.kind == product })
	})
}

// assigns reports whether a call stores into one of the places, itself or in
// what it calls: it looks from those that store there up to their callers.
func (e *evaluator) assigns(call []edge, places map[*place]bool) bool {
	return calledFrom(call, storersOf(places))
}

// calledFrom reports whether a call leads to one of the contexts.
func calledFrom(call []edge, todo []*context) bool {
	if len(call) == 0 {
		return false
	}
	seen := make(map[*context]bool)
	for len(todo) > 0 {
		c := todo[0]
		todo = todo[1:]
		if seen[c] {
			continue
		}
		seen[c] = true
		if slices.ContainsFunc(call, func(x edge) bool { return x.to == c }) {
			return true
		}
		todo = append(todo, c.callers...)
	}
	return false
}

// storersOf returns the contexts that store into one of the places, or into
// what it is a part of.
func storersOf(places map[*place]bool) []*context {
	var out []*context
	for t := range places {
		for ; t != nil; t = t.outer {
			out = append(out, t.storers...)
		}
	}
	return out
}

// storage reports whether a call's first operand is what it reads or changes.
func storage(n *summary.Node) bool {
	return len(n.X) > 0 && (n.Call.Recv || n.Call.Pkg == "sync/atomic")
}

// fills reports whether a method of another module puts something into its receiver.
func fills(name string) bool {
	name = lastName(name)
	return mutators[name] || name == "LoadOrStore" || name == "Swap" ||
		strings.HasPrefix(name, "Store") || strings.HasPrefix(name, "CompareAndSwap")
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
