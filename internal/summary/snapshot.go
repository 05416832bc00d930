package summary

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/lambdainit/lambdainit/internal/guard"
)

// snapshot condenses the copy of a local struct where only some of the stores
// to it can have happened before: a config that is changed after a client was
// built from it. It reports whether the load is such a copy.
func (fb *funcBuilder) snapshot(load *ssa.UnOp) (Node, bool) {
	alloc, ok := load.X.(*ssa.Alloc)
	if !ok || !aggregate(load.Type()) || len(fb.fn.Blocks) > maxSnapshotBlocks || len(*alloc.Referrers()) > maxSnapshotStores {
		return Node{}, false
	}
	var stores []fieldStore
	if !collectStores(alloc, "", &stores) || len(stores) > maxSnapshotStores {
		return Node{}, false
	}
	n := Node{Op: OpLoad, S: "copy", X: []Ref{fb.ref(alloc)}}
	for _, st := range stores {
		if precedes(st.Store, load) {
			n.X = append(n.X, fb.at[st.Store])
			n.Conv = append(n.Conv, st.path)
		}
	}
	return n, len(n.Conv) < len(stores)
}

// Larger functions are mostly generated; in them order is not looked at.
const (
	maxSnapshotBlocks = 200
	maxSnapshotStores = 40
)

// A fieldStore is a store to a local struct or to one of its fields.
type fieldStore struct {
	*ssa.Store
	path string
}

// collectStores finds all stores to a local variable; it reports whether the
// variable's address goes nowhere else.
func collectStores(addr ssa.Value, path string, out *[]fieldStore) bool {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != addr {
				return false
			}
			*out = append(*out, fieldStore{ref, path})
		case *ssa.FieldAddr:
			name := guard.FieldName(addr.Type(), ref.Field)
			if path != "" {
				name = path + "." + name
			}
			if !collectStores(ref, name, out) {
				return false
			}
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			return false
		}
	}
	return true
}

// precedes reports whether a can have run when b runs.
func precedes(a, b ssa.Instruction) bool {
	if a.Block() == b.Block() && slices.Index(a.Block().Instrs, a) < slices.Index(b.Block().Instrs, b) {
		return true
	}
	seen := make(map[*ssa.BasicBlock]bool)
	todo := slices.Clone(a.Block().Succs)
	for len(todo) > 0 {
		x := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if x == b.Block() {
			return true
		}
		if !seen[x] {
			seen[x] = true
			todo = append(todo, x.Succs...)
		}
	}
	return false
}
