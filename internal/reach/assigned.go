package reach

import (
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/summary"
)

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
