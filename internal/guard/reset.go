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
		if st, ok := in.(*ssa.Store); ok && f.empties(st, g) && (precedes(st, g) || f.closes(st.Block(), under, false)) {
			return true
		}
	}
	return slices.ContainsFunc(f.defers, func(d *ssa.Defer) bool {
		return (d.Block().Dominates(under[0]) || f.closes(d.Block(), under, true)) && f.defersReset(d, g)
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
// function leads through b, but for those that end in these blocks, if they may:
// what fails to build returns before it defers.
func (f *finder) closes(b *ssa.BasicBlock, from []*ssa.BasicBlock, mayEnd bool) bool {
	seen := map[*ssa.BasicBlock]bool{b: true}
	var todo []*ssa.BasicBlock
	for _, x := range from {
		if x == b {
			return false
		}
		seen[x] = true
		if !mayEnd || len(x.Succs) > 0 {
			todo = append(todo, x)
		}
	}
	for i := 0; i < len(todo); i++ {
		if len(todo[i].Succs) == 0 {
			return false
		}
		for _, s := range todo[i].Succs {
			if !seen[s] {
				seen[s] = true
				todo = append(todo, s)
			}
		}
	}
	return len(todo) > 0
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
