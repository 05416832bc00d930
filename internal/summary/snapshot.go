package summary

import (
	"slices"
	"strings"

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
	differs := false
	for _, st := range stores {
		if !st.reaches(load, stores) {
			differs = true
			continue
		}
		lost := st.lost(load, stores)
		differs = differs || len(lost) > 0
		n.X = append(n.X, fb.at[st.Store])
		n.Conv = append(n.Conv, st.path)
		n.Lost = append(n.Lost, strings.Join(lost, " "))
	}
	return n, differs
}

// lost returns the fields of a stored struct that are overwritten by the time
// of the load, as paths inside of it.
func (st fieldStore) lost(load ssa.Instruction, stores []fieldStore) []string {
	var out []string
	for _, other := range stores {
		field, ok := strings.CutPrefix(other.path, st.path)
		if !ok || field == "" || st.path != "" && field[0] != '.' {
			continue
		}
		if !st.reaches(load, []fieldStore{{other.Store, st.path}}) {
			out = append(out, strings.TrimPrefix(field, "."))
		}
	}
	return out
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

// reaches reports whether a store can have run when load runs, and what it
// stored has not been overwritten on every way there.
func (st fieldStore) reaches(load ssa.Instruction, stores []fieldStore) bool {
	over := make(map[ssa.Instruction]bool)
	for _, other := range stores {
		if other.path == "" || other.path == st.path || strings.HasPrefix(st.path, other.path+".") {
			over[other.Store] = true
		}
	}
	instrs := st.Block().Instrs
	todo := []*ssa.BasicBlock{st.Block()}
	seen := make(map[*ssa.BasicBlock]bool)
	from := slices.Index(instrs, ssa.Instruction(st.Store)) + 1
	for len(todo) > 0 {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		end := slices.IndexFunc(b.Instrs[from:], func(in ssa.Instruction) bool { return in == load || over[in] })
		if end >= 0 && b.Instrs[from+end] == load {
			return true
		}
		from = 0
		for _, s := range b.Succs {
			if end < 0 && !seen[s] {
				seen[s] = true
				todo = append(todo, s)
			}
		}
	}
	return false
}
