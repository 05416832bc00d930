package guard

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// selected handles which case of a select with a default was taken: a channel
// from which nothing can be received is an empty storage.
func selected(c *ssa.BinOp) []test {
	index, ok := c.X.(*ssa.Extract)
	if !ok || c.Op != token.EQL {
		return nil
	}
	sel, ok := index.Tuple.(*ssa.Select)
	if !ok || sel.Blocking || len(sel.States) != 1 || sel.States[0].Dir != types.RecvOnly {
		return nil
	}
	return keyed(test{key: suffix(Key(sel.States[0].Chan), "<-"), read: sel, kind: derived, when: missingIfFalse})
}

// foundTests handles a variable that is nil unless it was read from a storage.
func foundTests(p *ssa.Phi, when polarity) []test {
	var out []test
	for _, v := range p.Edges {
		if k, ok := v.(*ssa.Const); ok && k.IsNil() {
			continue
		}
		key := Key(v)
		if key == "" {
			return nil
		}
		out = append(out, test{key: key, read: v, kind: isNil, when: when})
	}
	return out
}

// stored returns what was stored into a local variable right before it is read
// in the same block: in "if c = cached; c != nil" that is the package variable.
func stored(v ssa.Value) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return v
	}
	if _, ok := load.X.(*ssa.Alloc); !ok {
		return v
	}
	out := v
	for _, in := range load.Block().Instrs {
		if in == ssa.Instruction(load) {
			break
		}
		if st, ok := in.(*ssa.Store); ok && st.Addr == load.X {
			out = st.Val
		}
	}
	if Key(out) == "" {
		return v
	}
	return out
}
