package guard

import (
	"go/constant"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// reset reports whether a function empties a tested storage each time: before
// the test, or after what runs under it. Such a test saves nothing (G4).
func (f *finder) reset(g *group, under []*ssa.BasicBlock) bool {
	if g.derived || len(g.either) > 0 {
		return false
	}
	for _, in := range f.storesTo(g.key) {
		if st, ok := in.(*ssa.Store); ok && f.empties(st, g) && (precedes(st, g) || f.closes(st.Block(), under)) {
			return true
		}
	}
	return slices.ContainsFunc(f.defers, func(d *ssa.Defer) bool {
		return d.Block().Dominates(under[0]) && f.defersReset(d, g)
	})
}

// empties reports whether a store puts what a test takes for "missing".
func (f *finder) empties(st *ssa.Store, g *group) bool {
	k, ok := st.Val.(*ssa.Const)
	switch {
	case !ok:
		return false
	case g.zero:
		return zero(k)
	}
	filled, known := f.storedFlag(g.key)
	return known && k.Value != nil && k.Value.Kind() == constant.Bool && constant.BoolVal(k.Value) != filled
}

// precedes reports whether a store always comes right before the first test.
func precedes(st *ssa.Store, g *group) bool {
	read, ok := g.conds[0].(ssa.Instruction)
	if !ok || !st.Block().Dominates(read.Block()) {
		return false
	}
	for _, in := range st.Block().Instrs {
		if in == ssa.Instruction(st) || in == read {
			return in != read
		}
	}
	return false
}

// closes reports whether every way from the given blocks to the end of the
// function leads through b.
func (f *finder) closes(b *ssa.BasicBlock, from []*ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{b: true}
	for _, x := range from {
		if x == b {
			return false
		}
		seen[x] = true
	}
	for todo := from; len(todo) > 0; todo = todo[1:] {
		if len(todo[0].Succs) == 0 {
			return false
		}
		for _, s := range todo[0].Succs {
			if !seen[s] {
				seen[s] = true
				todo = append(todo[:len(todo):len(todo)], s)
			}
		}
	}
	return true
}

// defersReset reports whether a deferred function literal empties the storage
// first of all.
func (f *finder) defersReset(d *ssa.Defer, g *group) bool {
	fn := d.Call.StaticCallee()
	if fn == nil || fn.Parent() != f.fn {
		return false
	}
	for _, in := range fn.Blocks[0].Instrs {
		st, ok := in.(*ssa.Store)
		if ok && f.outer(st.Addr, d) == g.key && f.empties(st, g) {
			return true
		}
	}
	return false
}

// outer names a storage that a deferred function literal fills as the function
// around it does.
func (f *finder) outer(addr ssa.Value, d *ssa.Defer) string {
	if free, ok := addr.(*ssa.FreeVar); ok {
		for i, v := range d.Call.StaticCallee().FreeVars {
			if c, isClosure := d.Call.Value.(*ssa.MakeClosure); isClosure && v == free {
				return suffix(Key(c.Bindings[i]), "*")
			}
		}
	}
	return suffix(Key(addr), "*")
}
