package reach

import (
	"cmp"
	"slices"
	"strings"
)

// A value is what a node of a condensed body may be: references to objects,
// and whether plain data in it comes from the event (E1).
type value struct {
	atoms []atom // sorted, unique
	taint bool   // plain data that depends on the event
}

// any reports whether there is anything in a value.
func (v value) any() bool { return len(v.atoms) > 0 || v.taint }

// compare orders atoms by the age of their objects, not by their addresses.
func compare(a, b atom) int {
	if a == b {
		return 0
	}
	if a.obj != b.obj {
		return cmp.Compare(a.obj.id, b.obj.id)
	}
	return cmp.Or(strings.Compare(a.path, b.path), compareBool(a.agg, b.agg), strings.Compare(a.typ, b.typ))
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// join returns what is a or b.
func join(a, b value) value { return joinUpTo(a, b, maxAtoms) }

// joinUpTo does so with another bound than usual.
func joinUpTo(a, b value, bound int) value {
	if len(b.atoms) == 0 && (a.taint || !b.taint) {
		return a
	}
	out := value{taint: a.taint || b.taint}
	if len(a.atoms) == 0 {
		out.atoms = b.atoms
		return out
	}
	out.atoms = merge(a.atoms, b.atoms, bound)
	return out
}

// maxAtoms bounds a value; what goes beyond is dropped, functions, of which a
// large program may have that many in one map, beyond maxFuncs.
const (
	maxAtoms = 64
	maxGiven = 512 // of a shared context's arguments, which all its callers give
	maxFuncs = 1024
)

// merge unites two sorted sets; it returns the one that holds all of the other.
func merge(a, b []atom, bound int) []atom {
	switch {
	case len(b) == 0 || len(a) >= maxFuncs:
		return a
	case len(a) == 0 || len(a) == len(b) && &a[0] == &b[0]:
		return b
	case len(a) >= bound:
		b = functions(b)
	}
	missing := absent(b, a)
	if missing == 0 {
		return a
	}
	if len(a)+missing == len(b) {
		return b
	}
	out := make([]atom, 0, len(a)+missing)
	for len(a) > 0 && len(b) > 0 {
		c := compare(a[0], b[0])
		if c <= 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out = append(out, b[0])
		}
		if c >= 0 {
			b = b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// absent counts the atoms of a sorted set that another one lacks.
func absent(set, from []atom) int {
	n := 0
	for _, x := range set {
		for len(from) > 0 && compare(from[0], x) < 0 {
			from = from[1:]
		}
		if len(from) == 0 || from[0] != x {
			n++
		}
	}
	return n
}

// sorted makes a set of atoms in any order.
func sorted(atoms []atom) []atom {
	if len(atoms) > 1 && !slices.IsSortedFunc(atoms, compare) {
		slices.SortFunc(atoms, compare)
	}
	return slices.Compact(atoms)
}

// functions returns the functions among atoms.
func functions(atoms []atom) []atom {
	var out []atom
	for _, a := range atoms {
		if a.obj.kind == closure {
			out = append(out, a)
		}
	}
	return out
}

// same reports whether two values, one of which contains the other, are equal.
func same(a, b value) bool { return len(a.atoms) == len(b.atoms) && a.taint == b.taint }

func pointer(o *object) value { return o.whole.pointer() }
