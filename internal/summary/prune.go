package summary

import "slices"

// prune drops the nodes that nothing depends on: what is left are calls,
// constructions, stores of more than constants, results and guards, and what
// they are computed from. Parameters and captured variables keep their places.
func (f *Func) prune() {
	keep := make([]bool, len(f.Nodes))
	stores := make(map[Ref][]Ref) // into new objects: kept with them
	var need func(refs []Ref)
	need = func(refs []Ref) {
		for _, r := range refs {
			if r >= 0 && !keep[r] {
				keep[r] = true
				need(f.Nodes[r].X)
				need(stores[r])
			}
		}
	}
	var roots []Ref
	for i, n := range f.Nodes {
		switch base := f.base(n); {
		case !f.lasts(n):
		case base != None && f.Nodes[base].Op == OpAlloc && f.Nodes[base].Made == nil:
			stores[base] = append(stores[base], Ref(i))
		default:
			roots = append(roots, Ref(i))
		}
	}
	need(roots)
	for _, g := range f.Guards {
		need(g.Conds)
	}
	for _, refs := range f.Results {
		need(refs)
	}
	f.renumber(keep)
}

// base returns what a store's address is a part of, or None for other nodes.
func (f *Func) base(n Node) Ref {
	if n.Op != OpStore {
		return None
	}
	return f.Base(n.X[0])
}

// Base returns what an address is a part of.
func (f *Func) Base(at Ref) Ref {
	for at != None && (f.Nodes[at].Op == OpFieldAddr || f.Nodes[at].Op == OpElemAddr) {
		at = f.Nodes[at].X[0]
	}
	return at
}

// StoredIn returns the nodes that store into what a node allocates, or into a part
// of it.
func (f *Func) StoredIn(alloc Ref) []Ref {
	var out []Ref
	for i, n := range f.Nodes {
		if f.base(n) == alloc {
			out = append(out, Ref(i))
		}
	}
	return out
}

// lasts reports whether a node is kept even if no other depends on it.
func (f *Func) lasts(n Node) bool {
	switch n.Op {
	case OpParam, OpFree, OpCall:
		return true
	case OpLoad:
		return n.Made != nil || f.readsMemory(n)
	case OpStore:
		return n.X[1] != None || len(n.Guards) > 0 || n.T == "send" || n.T == "close" || f.storesShared(n)
	}
	return n.Made != nil
}

// readsMemory reports whether a load reads more than a local variable: guards
// in callers may depend on it.
func (f *Func) readsMemory(n Node) bool {
	if n.X[0] == None {
		return false
	}
	op := f.Nodes[n.X[0]].Op
	return op == OpGlobal || op == OpFieldAddr || op == OpFree
}

// storesShared reports whether a store may set a flag that others test.
func (f *Func) storesShared(n Node) bool {
	if n.X[0] == None {
		return false
	}
	switch at := f.Nodes[n.X[0]]; at.Op {
	case OpGlobal, OpFree, OpParam:
		return true
	case OpFieldAddr:
		return at.X[0] != None && f.Nodes[at.X[0]].Op != OpAlloc
	}
	return false
}

// renumber removes the nodes that are not kept.
func (f *Func) renumber(keep []bool) {
	at := make([]Ref, len(f.Nodes))
	kept := 0
	for _, k := range keep {
		if k {
			kept++
		}
	}
	nodes := make([]Node, 0, kept)
	for i, n := range f.Nodes {
		at[i] = None
		if keep[i] {
			at[i] = Ref(len(nodes))
			nodes = append(nodes, n)
		}
	}
	move := func(refs []Ref) {
		for i, r := range refs {
			if r >= 0 {
				refs[i] = at[r]
			}
		}
	}
	for i := range nodes {
		move(nodes[i].X)
	}
	for i := range f.Guards {
		g := &f.Guards[i]
		move(g.Conds)
		for _, refs := range []*[]Ref{&g.Under, &g.After} {
			move(*refs)
			*refs = slices.DeleteFunc(*refs, func(r Ref) bool { return r == None })
		}
	}
	for _, refs := range f.Results {
		move(refs)
	}
	f.Nodes = nodes
	for i, n := range nodes {
		f.Loops = f.Loops || slices.ContainsFunc(n.X, func(r Ref) bool { return r >= Ref(i) })
	}
}
