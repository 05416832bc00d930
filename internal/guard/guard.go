// Package guard finds the tests that save what runs under them from running
// again: nil and flag tests of storage that is assigned under the test (G2),
// misses in keyed caches (G3), and tests derived from such storage (a ping, an
// expiry). It knows one function's control flow; whether the storage outlives
// the invocation is decided where the function is called.
package guard

import (
	"cmp"
	"go/constant"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A Guard is one tested storage and what runs only after the test said
// "missing".
type Guard struct {
	Conds    []ssa.Value // what the tests read, for locating the storage
	If       *ssa.If     // the first test
	Nil      bool        // a nil or zero test of one variable
	Inverted bool        // runs only when the variable is already set
	Under    []*ssa.BasicBlock
	After    []ssa.Instruction // store to what is tested behind those, or are deferred
	Reset    bool              // the function empties the storage itself, each time
	And      []int             // indices of guards that must hold too
}

// Find returns the guards of a function, in source order.
func Find(fn *ssa.Function) []Guard {
	f := &finder{fn: fn, groups: make(map[string]*group)}
	for _, b := range fn.Blocks {
		if cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
			f.collect(b, cond)
		}
	}
	return f.guards()
}

type finder struct {
	fn     *ssa.Function
	groups map[string]*group
	order  []*group
	stores map[string][]ssa.Instruction // by the storage they fill; see storesTo
	defers []*ssa.Defer
}

// storesTo returns the instructions that fill a storage.
func (f *finder) storesTo(key string) []ssa.Instruction {
	if f.stores == nil {
		f.stores = make(map[string][]ssa.Instruction)
		for _, b := range f.fn.Blocks {
			for _, in := range b.Instrs {
				f.noteStore(in)
			}
		}
	}
	return f.stores[key]
}

func (f *finder) noteStore(in ssa.Instruction) {
	key := ""
	switch in := in.(type) {
	case *ssa.Store:
		key = suffix(Key(in.Addr), "*")
	case *ssa.MapUpdate:
		key = suffix(base(in.Map), index(in.Key))
	case *ssa.Defer:
		f.defers = append(f.defers, in)
	}
	if key != "" {
		f.stores[key] = append(f.stores[key], in)
	}
}

// A group holds the tests of one storage.
type group struct {
	key     string
	conds   []ssa.Value
	first   *ssa.If
	zero    bool
	derived bool
	call    bool              // what a function reads, rather than one storage
	missing cut               // taken when the storage is not filled
	present cut               // taken when it is
	either  []*ssa.BasicBlock // whose test may lead either way
}

// A cut is a set of edges to take out of the control flow graph.
type cut map[edge]bool

type edge struct {
	from *ssa.BasicBlock
	succ int
}

func (f *finder) collect(b *ssa.BasicBlock, cond *ssa.If) {
	leaves := loopExit(b)
	for _, t := range testsOf(cond.Cond) {
		p := f.polarity(t)
		if leaves >= 0 && p == either && searches(b, leaves) {
			p = polarity(leaves + 1)
		} else if leaves >= 0 && (p == either || leaves == p.missing()) {
			continue
		}
		g := f.groups[t.key]
		if g == nil {
			g = &group{key: t.key, first: cond, call: strings.HasPrefix(t.key, "call "), missing: make(cut), present: make(cut)}
			f.groups[t.key] = g
			f.order = append(f.order, g)
		}
		g.conds = append(g.conds, t.read)
		g.zero = g.zero || t.kind == isNil
		g.derived = g.derived || t.kind == derived
		g.addEdges(b, p, leaves >= 0)
	}
}

// addEdges adds where a test leads. What a loop's condition says holds for as
// long as the loop runs: it runs while something is missing, or guards nothing.
func (g *group) addEdges(b *ssa.BasicBlock, p polarity, loop bool) {
	missing := p.missing()
	if missing < 0 {
		g.either = append(g.either, b)
		return
	}
	g.missing[edge{b, missing}] = true
	if !loop {
		g.present[edge{b, 1 - missing}] = true
	}
}

// loopExit returns which way from b leaves a loop of which b tests the
// condition, or -1.
func loopExit(b *ssa.BasicBlock) int {
	return slices.IndexFunc(b.Succs, func(s *ssa.BasicBlock) bool {
		return s.Comment == "for.done" || strings.HasPrefix(s.Comment, "range") && strings.HasSuffix(s.Comment, ".done")
	})
}

// searches reports whether a loop over a storage can be left from inside, as by
// the return of what was found: behind it nothing was.
func searches(b *ssa.BasicBlock, leaves int) bool {
	seen := map[*ssa.BasicBlock]bool{b: true}
	for todo := []*ssa.BasicBlock{b.Succs[1-leaves]}; len(todo) > 0; todo = todo[1:] {
		at := todo[0]
		if seen[at] {
			continue
		}
		seen[at] = true
		if _, ok := at.Instrs[len(at.Instrs)-1].(*ssa.Return); ok || at == b.Succs[leaves] {
			return true
		}
		todo = append(todo, at.Succs...)
	}
	return false
}

// cuts returns what to take out so that only what runs with filled storage is
// left. Tests that may lead either way are taken to agree with each other.
func (g *group) cuts() []cut {
	if len(g.either) == 0 {
		return []cut{g.missing}
	}
	ifTrue, ifFalse := maps.Clone(g.missing), maps.Clone(g.missing)
	for _, b := range g.either {
		ifTrue[edge{b, 0}], ifFalse[edge{b, 1}] = true, true
	}
	return []cut{ifTrue, ifFalse}
}

// polarity says which way a test leads when the storage is not filled. For a
// flag that depends on the constant that is stored into it.
func (f *finder) polarity(t test) polarity {
	if t.kind != isFlag {
		return t.when
	}
	stored, ok := f.storedFlag(t.key)
	if !ok {
		return either
	}
	if stored {
		return t.when // as if the flag meant "filled"
	}
	return flip(t.when)
}

// storedFlag returns the constant that the function stores into the flag.
func (f *finder) storedFlag(key string) (value, ok bool) {
	for _, in := range f.storesTo(key) {
		st, isStore := in.(*ssa.Store)
		if !isStore {
			continue
		}
		if c, isConst := st.Val.(*ssa.Const); isConst && c.Value != nil && c.Value.Kind() == constant.Bool {
			return constant.BoolVal(c.Value), true
		}
	}
	return false, false
}

func (f *finder) guards() []Guard {
	var out []Guard
	for _, g := range f.order {
		if under := f.under(g.cuts()); len(under) > 0 {
			out = append(out, Guard{Conds: g.conds, If: g.first, Nil: g.zero, Under: under, After: f.after(g, under), Reset: f.reset(g, under)})
		}
		if len(g.present) == 0 {
			continue
		}
		if under := f.under([]cut{g.present}); len(under) > 0 {
			out = append(out, Guard{Conds: g.conds, If: g.first, Nil: g.zero, Inverted: true, Under: under})
		}
	}
	return append(out, f.together(len(out))...)
}

// after returns what may fill a tested storage behind the blocks under its test:
// stores to it, and deferred calls. Of what was computed from a storage, such as
// whether it is the last event's, it is not known what filling it means.
func (f *finder) after(g *group, under []*ssa.BasicBlock) []ssa.Instruction {
	if g.derived {
		return nil
	}
	var out []ssa.Instruction
	if stores := f.storesTo(g.key); len(stores) > 0 {
		behind := following(under)
		out = slices.DeleteFunc(slices.Clone(stores), func(in ssa.Instruction) bool { return !behind[in.Block()] })
	}
	for _, d := range f.defers {
		if d.Block().Dominates(g.first.Block()) || d.Block().Dominates(under[0]) {
			out = append(out, d)
		}
	}
	return out
}

// following returns the blocks to which a way leads from one of the given ones,
// without those.
func following(blocks []*ssa.BasicBlock) map[*ssa.BasicBlock]bool {
	seen := make(map[*ssa.BasicBlock]bool)
	for todo := slices.Clone(blocks); len(todo) > 0; todo = todo[1:] {
		for _, s := range todo[0].Succs {
			if !seen[s] {
				seen[s] = true
				todo = append(todo, s)
			}
		}
	}
	for _, b := range blocks {
		delete(seen, b)
	}
	return seen
}

// under returns the blocks that one of the cuts makes unreachable.
func (f *finder) under(cuts []cut) []*ssa.BasicBlock {
	var all []*ssa.BasicBlock
	for _, c := range cuts {
		all = append(all, without(f.unreachable(c), all)...)
	}
	return all
}

// maxGroups bounds the search for tests that guard only together.
const maxGroups = 12

// together finds what several storages guard only together: one of three
// clients is missing, or the client is there but its expiry has passed.
func (f *finder) together(n int) []Guard {
	if len(f.order) < 2 || len(f.order) > maxGroups {
		return nil
	}
	var covered []*ssa.BasicBlock
	for _, g := range f.order {
		covered = append(covered, f.under(g.cuts())...)
	}
	var out []Guard
	for variant := range 2 {
		rest := without(f.unreachable(all(f.order, variant)), covered)
		for len(rest) > 0 {
			groups := f.needed(f.order, variant, rest[:1])
			under := f.unreachable(all(groups, variant))
			out = append(out, f.combine(groups, under, n+len(out))...)
			rest = without(rest, under)
			covered = append(covered, under...)
		}
	}
	return out
}

// combine makes a guard of each group that holds only together with the others.
func (f *finder) combine(groups []*group, under []*ssa.BasicBlock, first int) []Guard {
	var out []Guard
	for i, g := range groups {
		var others []int
		for j := range groups {
			if j != i {
				others = append(others, first+j)
			}
		}
		out = append(out, Guard{Conds: g.conds, If: g.first, Nil: g.zero, Under: under, After: f.after(g, under), And: others})
	}
	return out
}

// needed drops the groups without which the blocks are unreachable all the
// same, those first that are known least.
func (f *finder) needed(groups []*group, variant int, blocks []*ssa.BasicBlock) []*group {
	groups = slices.SortedStableFunc(slices.Values(groups), func(a, b *group) int { return cmp.Compare(rank(a), rank(b)) })
	for i := 0; i < len(groups); {
		rest := slices.Delete(slices.Clone(groups), i, i+1)
		if len(without(blocks, f.unreachable(all(rest, variant)))) == 0 {
			groups = rest
		} else {
			i++
		}
	}
	return groups
}

func rank(g *group) int {
	if g.call {
		return 0
	}
	return 1
}

// all returns the cuts of several groups together.
func all(groups []*group, variant int) cut {
	u := make(cut)
	for _, g := range groups {
		cuts := g.cuts()
		maps.Copy(u, cuts[min(variant, len(cuts)-1)])
	}
	return u
}

// unreachable returns the blocks that no way from the entry reaches without
// one of the given edges.
func (f *finder) unreachable(c cut) []*ssa.BasicBlock {
	seen := make([]bool, len(f.fn.Blocks))
	todo := []*ssa.BasicBlock{f.fn.Blocks[0]}
	seen[0] = true
	if r := f.fn.Recover; r != nil && !seen[r.Index] {
		seen[r.Index] = true
		todo = append(todo, r)
	}
	for len(todo) > 0 {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for i, s := range b.Succs {
			if !seen[s.Index] && !c[edge{b, i}] {
				seen[s.Index] = true
				todo = append(todo, s)
			}
		}
	}
	var out []*ssa.BasicBlock
	for _, b := range f.fn.Blocks {
		if !seen[b.Index] {
			out = append(out, b)
		}
	}
	return out
}

func without(blocks, drop []*ssa.BasicBlock) []*ssa.BasicBlock {
	return slices.DeleteFunc(slices.Clone(blocks), func(b *ssa.BasicBlock) bool { return slices.Contains(drop, b) })
}
