package reach

import (
	"slices"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// findLive finds the functions through which something is built or registered:
// that do so themselves, call such functions or pass them on, or convert types
// with such methods to interfaces. What runs once need not be evaluated
// elsewhere; large tables of an init phase are the case in point.
//
// Functions that call something through an interface or a function value may
// come to build too, as far as one can see without evaluating them.
func (e *evaluator) findLive() {
	users := make(map[string][]*summary.Func) // by the function or type that is used
	var builds, calls, reads, wires []*summary.Func
	for _, f := range e.funcs {
		if e.startsLive(f) {
			builds = append(builds, f)
		}
		for i := range f.Nodes {
			n := &f.Nodes[i]
			if name := uses(n); name != "" {
				users[name] = append(users[name], f)
			}
			switch {
			case n.Op == summary.OpGlobal:
				reads = append(reads, f)
			case n.Op == summary.OpStore && e.wiring(f, n):
				wires = append(wires, f)
			case n.Op == summary.OpCall && e.callsBack(n.Call):
				calls = append(calls, f)
			}
		}
	}
	owners := e.owners()
	markUsers(e.live, slices.Clone(builds), users, owners)
	markUsers(e.mayLive, append(calls, builds...), users, owners)
	markUsers(e.reads, reads, users, owners)
	markUsers(e.wires, wires, users, owners)
}

// callsBack reports whether a call may run functions of the module that it does
// not name: a function value, a method of an interface, or of another module's
// object, such as a router.
func (e *evaluator) callsBack(c *summary.Call) bool {
	switch c.How {
	case summary.Dynamic:
		return true
	case summary.Invoke:
		return c.Pkg != "context"
	}
	return c.Recv && e.funcs[c.Name] == nil
}

// wiring notes which variable a store assigns, and reports whether it puts more
// than data where others find it.
func (e *evaluator) wiring(f *summary.Func, store *summary.Node) bool {
	if store.T == "nil" {
		return false
	}
	if name := variableOf(f, store.X[0]); name != "" {
		e.written[name] = true
	}
	return startsAtVariable(f, store.X[0]) && e.hasMethods(f, store.X[1], 0)
}

// hasMethods reports whether a value is more than data: whether it, or what was
// put into it, may have methods that build something when they are called.
func (e *evaluator) hasMethods(f *summary.Func, r summary.Ref, depth int) bool {
	if r < 0 || f.Nodes[r].Plain || depth > maxBack {
		return false
	}
	n := &f.Nodes[r]
	if n.Op != summary.OpAlloc || e.types["*"+n.S] != nil {
		return true
	}
	for i := range f.Nodes {
		if in := &f.Nodes[i]; in.Op == summary.OpStore && variableIn(f, in.X[0]) == r && e.hasMethods(f, in.X[1], depth+1) {
			return true
		}
	}
	return false
}

// variableIn returns what an address is a part of.
func variableIn(f *summary.Func, addr summary.Ref) summary.Ref {
	for addr >= 0 && (f.Nodes[addr].Op == summary.OpFieldAddr || f.Nodes[addr].Op == summary.OpElemAddr) {
		addr = f.Nodes[addr].X[0]
	}
	return addr
}

// variableOf returns the package variable into which an address points, or "".
func variableOf(f *summary.Func, addr summary.Ref) string {
	addr = variableIn(f, addr)
	if addr < 0 || f.Nodes[addr].Op != summary.OpGlobal {
		return ""
	}
	return f.Nodes[addr].S
}

// startsAtVariable reports whether an address or container is that of a package
// variable, or is reached from one, or from what the function was given.
func startsAtVariable(f *summary.Func, r summary.Ref) bool {
	for r >= 0 {
		switch n := &f.Nodes[r]; n.Op {
		case summary.OpGlobal, summary.OpParam, summary.OpFree:
			return true
		case summary.OpFieldAddr, summary.OpField, summary.OpElemAddr, summary.OpElem, summary.OpLoad:
			r = n.X[0]
		default:
			return false
		}
	}
	return false
}

// markUsers marks functions and all that use them.
func markUsers(marked map[*summary.Func]bool, todo []*summary.Func, users map[string][]*summary.Func, owners map[string][]string) {
	for len(todo) > 0 {
		f := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if marked[f] {
			continue
		}
		marked[f] = true
		todo = append(todo, users[f.ID]...)
		for _, typ := range owners[f.ID] {
			todo = append(todo, users[typ]...)
		}
	}
}

// startsLive reports whether a function builds or registers by itself.
func (e *evaluator) startsLive(f *summary.Func) bool {
	if f.Starts || f.Handler || f.Constructor != "" {
		return true
	}
	for i := range f.Nodes {
		n := &f.Nodes[i]
		if n.Made != nil {
			return true
		}
		if _, ok := e.points.Lookup(n.S); ok && n.Op == summary.OpFunc {
			return true
		}
	}
	return false
}

// uses names the function or type that a node refers to.
func uses(n *summary.Node) string {
	switch n.Op {
	case summary.OpClosure, summary.OpFunc, summary.OpBound, summary.OpIface:
		return n.S
	case summary.OpCall:
		if n.Call.How == summary.Static {
			return n.Call.Name
		}
	}
	return ""
}

// owners maps functions to the types of which they are methods.
func (e *evaluator) owners() map[string][]string {
	out := make(map[string][]string)
	for id, t := range e.types {
		for _, m := range t.Methods {
			out[m.Func] = append(out[m.Func], id)
		}
	}
	return out
}

// idle reports whether a call that runs once can be passed over: the callee is
// not live and gets nothing that is, it puts nothing with methods into a package
// variable, and what it returns, if it is more than plain data, is new.
func (e *evaluator) idle(s *site, fn *summary.Func) bool {
	holds := 1<<s.n.Call.NumOut - 1&^s.n.Call.Plain // results that may be what was passed or stored elsewhere
	if s.c.inv || e.live[fn] || e.wires[fn] || holds != 0 {
		return false
	}
	return !slices.ContainsFunc(s.args, func(v value) bool { return e.leadsOn(v, 0) })
}

// leadsOn reports whether a value is more than functions that are not live. A
// function that captured something is as live as that.
func (e *evaluator) leadsOn(v value, depth int) bool {
	return slices.ContainsFunc(v.atoms, func(a atom) bool {
		if a.obj.kind != closure || e.live[a.obj.fn] || depth > maxDepth {
			return a.obj.kind != foreign
		}
		return slices.ContainsFunc(a.obj.all(), func(captured *place) bool { return e.leadsOn(captured.val, depth+1) })
	})
}
