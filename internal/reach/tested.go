package reach

import (
	"maps"
	"slices"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// tested returns the places that a guard's conditions read.
func (e *evaluator) tested(c *context, g *summary.Guard) map[*place]bool {
	out := make(map[*place]bool)
	for _, r := range g.Conds {
		e.read(c, r, out, 0)
	}
	if slices.ContainsFunc(slices.Collect(maps.Keys(out)), func(l *place) bool { return !ofEvent(l) }) {
		maps.DeleteFunc(out, func(l *place, _ bool) bool { return ofEvent(l) })
	}
	return out
}

// ofEvent reports whether a place is part of what came with an event. Where the
// module is known to have put something else there, as contexts carry what main
// made, that counts.
func ofEvent(l *place) bool { return l.obj.kind == opaque && l.obj.fresh && l.obj.tainted() }

// maxBack bounds how far a condition is followed back.
const maxBack = 5

// read adds the places from which a node's value was read.
func (e *evaluator) read(c *context, r summary.Ref, out map[*place]bool, depth int) {
	if r < 0 || depth > maxBack {
		return
	}
	n := &c.fn.Nodes[r]
	switch n.Op {
	case summary.OpLoad:
		read := originals(c.val(n.X[0]))
		if container := c.listedIn(n.X[0]); container >= 0 && e.kept(c.val(container)) {
			read.atoms = slices.DeleteFunc(slices.Clone(read.atoms), func(a atom) bool { return a.obj.fresh })
			addAtoms(out, c.val(container), elem)
		}
		addAtoms(out, read, "")
	case summary.OpElem, summary.OpElemAddr:
		if len(c.val(n.X[0]).atoms) == 0 { // not made yet: where it will be kept
			e.read(c, n.X[0], out, depth+1)
		}
		addAtoms(out, c.val(n.X[0]), elem)
	case summary.OpField:
		addAtoms(out, c.val(n.X[0]), n.S)
	case summary.OpFieldAddr, summary.OpGlobal, summary.OpAlloc, summary.OpFree, summary.OpParam:
		addAtoms(out, c.val(r), content)
		addAtoms(out, c.val(r), elem) // atomics
	case summary.OpCall:
		e.readByCall(c, r, n, out, depth)
	case summary.OpExtract, summary.OpJoin, summary.OpIface:
		for _, x := range n.X {
			e.read(c, x, out, depth+1)
		}
	}
}

// listedIn returns the container from which a pointer was taken whose field an
// address is, or None. What a container that outlives the invocation holds does
// so, too, though it was made during one.
func (c *context) listedIn(addr summary.Ref) summary.Ref {
	if addr < 0 || c.fn.Nodes[addr].Op != summary.OpFieldAddr {
		return summary.None
	}
	for r := c.fn.Nodes[addr].X[0]; r >= 0; {
		switch n := &c.fn.Nodes[r]; n.Op {
		case summary.OpExtract, summary.OpJoin:
			if len(n.X) != 1 {
				return summary.None
			}
			r = n.X[0]
		case summary.OpElem:
			return n.X[0]
		default:
			return summary.None
		}
	}
	return summary.None
}

// originals replaces pointers into local copies of structs by pointers into
// what was copied.
func originals(v value) value {
	var out value
	for _, a := range v.atoms {
		copies := a.obj.get("").atoms
		if !a.obj.fresh || a.obj.kind != plain || a.outer == nil || !slices.ContainsFunc(copies, func(x atom) bool { return x.agg }) {
			out.atoms = append(out.atoms, a)
			continue
		}
		for _, x := range copies {
			if x.agg {
				out.atoms = append(out.atoms, x.at(a.path).as(false, ""))
			}
		}
	}
	return out
}

// readByCall adds the persistent places that a callee's results were read from.
// Predicates that do nothing but look may return constants: for them all that
// they read counts.
func (e *evaluator) readByCall(c *context, r summary.Ref, n *summary.Node, out map[*place]bool, depth int) {
	for _, edge := range c.before.edges[r] {
		if looks(edge.to, 0) {
			addLoads(edge.to, out)
			continue
		}
		if depth > 0 && edge.to.active {
			continue
		}
		for _, refs := range edge.to.fn.Results {
			for _, x := range returned(edge.to.fn, refs) {
				e.read(edge.to, x, out, depth+1)
			}
		}
	}
	if len(c.before.edges[r]) == 0 && storage(n) {
		recv := c.val(n.X[0])
		addAtoms(out, recv, content)
		addAtoms(out, recv, elem) // atomics
	}
}

// returned returns the nodes that a function returns: of a result variable, as
// functions that defer something have, what is stored in it.
func returned(fn *summary.Func, results []summary.Ref) []summary.Ref {
	var out []summary.Ref
	seen := make(map[summary.Ref]bool)
	for todo := results; len(todo) > 0; todo = todo[1:] {
		r := todo[0]
		if r < 0 || fn.Nodes[r].Op != summary.OpLoad || !isLocal(fn, fn.Nodes[r].X[0]) {
			out = append(out, r)
			continue
		}
		if variable := fn.Nodes[r].X[0]; !seen[variable] {
			seen[variable] = true
			todo = append(todo[:len(todo):len(todo)], storedIn(fn, variable)...)
		}
	}
	return out
}

// storedIn returns the nodes that are stored in a variable.
func storedIn(fn *summary.Func, variable summary.Ref) []summary.Ref {
	var out []summary.Ref
	for i := range fn.Nodes {
		if n := &fn.Nodes[i]; n.Op == summary.OpStore && n.X[0] == variable {
			out = append(out, n.X[1])
		}
	}
	return out
}

// isLocal reports whether a node is a variable of the function.
func isLocal(fn *summary.Func, r summary.Ref) bool {
	return r >= 0 && fn.Nodes[r].Op == summary.OpAlloc && fn.Nodes[r].Made == nil
}

// addLoads adds the places that a function and what it calls read: persistent
// ones, and those that the invocation made before and gave to it.
func addLoads(c *context, out map[*place]bool) {
	inside := make(map[*context]bool)
	within(c, inside)
	for in := range inside {
		for l := range in.loads {
			if !l.obj.fresh || l.obj.kind == plain && l.obj.at != nil && !inside[l.obj.at] {
				out[l] = true
			}
		}
	}
}

// within adds a context and what it calls.
func within(c *context, to map[*context]bool) {
	if to[c] {
		return
	}
	to[c] = true
	for _, edges := range c.edges {
		for _, edge := range edges {
			within(edge.to, to)
		}
	}
}

func addAtoms(out map[*place]bool, v value, part string) {
	for _, a := range v.atoms {
		out[a.at(part)] = true
	}
}

// looks reports whether a function of the module only looks: it is small, and
// neither it nor what it calls stores anything.
func looks(c *context, depth int) bool {
	if c.loads == nil || depth > maxBack {
		return false
	}
	for i := range c.fn.Nodes {
		n := &c.fn.Nodes[i]
		if n.Op == summary.OpStore || n.Made != nil || n.Op == summary.OpCall && fills(n.Call.Name) {
			return false
		}
		for _, edge := range c.edges[summary.Ref(i)] {
			if !looks(edge.to, depth+1) {
				return false
			}
		}
	}
	return true
}
