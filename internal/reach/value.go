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

// An atom refers to an object or to a part of one.
type atom struct {
	obj  *object
	path string // fields from the object, joined by "."
	agg  bool   // a copy of the struct or array there, not a pointer to it
	typ  string // the concrete type, once it was converted to an interface
}

func (a atom) compare(b atom) int {
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
func join(a, b value) value {
	if len(b.atoms) == 0 && (a.taint || !b.taint) {
		return a
	}
	out := value{taint: a.taint || b.taint}
	if len(a.atoms) == 0 {
		out.atoms = b.atoms
		return out
	}
	out.atoms = merge(a.atoms, b.atoms)
	return out
}

// maxAtoms bounds a value; what goes beyond is dropped, functions, of which a
// large program may have that many in one map, beyond maxFuncs.
const (
	maxAtoms = 64
	maxFuncs = 1024
)

// merge unites two sorted sets; it returns the one that holds all of the other.
func merge(a, b []atom) []atom {
	switch {
	case len(b) == 0 || len(a) >= maxFuncs:
		return a
	case len(a) == 0 || len(a) == len(b) && &a[0] == &b[0]:
		return b
	case len(a) >= maxAtoms:
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
		c := a[0].compare(b[0])
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
		for len(from) > 0 && from[0].compare(x) < 0 {
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
	if len(atoms) > 1 && !slices.IsSortedFunc(atoms, atom.compare) {
		slices.SortFunc(atoms, atom.compare)
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

func pointer(o *object) value { return value{atoms: []atom{{obj: o}}} }

// sub returns the path of a part.
func sub(path, field string) string {
	if path == "" {
		return field
	}
	if field == "" {
		return path
	}
	if strings.Count(path, ".") > 6 { // recursive types of interior arrays
		return path
	}
	return path + "." + field
}
