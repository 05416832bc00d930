package reach

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/summary"
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

// An object is something allocated: a variable, a struct, a closure, a
// construction, or something of which only the existence is known.
type object struct {
	id      int
	kind    kind
	fresh   bool // created during an invocation; others are persistent storage
	taint   bool // holds event data throughout
	typ     string
	fn      *summary.Func // closure
	global  string        // package variable
	name    string        // bound method, external function
	conv    []string      // bound through an interface: its method keys
	made    *summary.Made // product, external function
	fields  map[string]value
	methods map[string]bool // of external interfaces it was converted to

	parent     *object   // of which this is a part of unknown contents
	from       []*object // what another module made this from
	perRequest bool      // a middleware that its router applies on every request
	holders    []*object // that refer to this one
	runs       []atom    // what other modules may run through it

	at   *context // product: where it was built
	node summary.Ref
}

type kind uint8

const (
	plain   kind = iota // allocated by the module: contents are known
	opaque              // comes from elsewhere: contents are unknown
	product             // a construction of the catalogue
	closure             // a function of the module, with its captured variables
	bound               // a method value
	foreign             // a function of another module
	onceFn              // what sync.OnceFunc and its like return
)

// held is the pseudo field for what an object of another module may hold.
const held = "*"

// elem is the pseudo field for elements of maps, slices, arrays and channels.
const elem = "[]"

func (a atom) compare(b atom) int {
	return cmp.Or(cmp.Compare(a.obj.id, b.obj.id), strings.Compare(a.path, b.path),
		compareBool(a.agg, b.agg), strings.Compare(a.typ, b.typ))
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

// maxAtoms bounds a value; what goes beyond is dropped.
const maxAtoms = 256

// merge unites two sorted sets; it returns a where that holds all of b.
func merge(a, b []atom) []atom {
	if len(a) >= maxAtoms {
		return a
	}
	missing := false
	for _, x := range b {
		if _, ok := slices.BinarySearchFunc(a, x, atom.compare); !ok {
			missing = true
			break
		}
	}
	if !missing {
		return a
	}
	all := slices.Concat(a, b)
	slices.SortFunc(all, atom.compare)
	return slices.CompactFunc(all, func(x, y atom) bool { return x.compare(y) == 0 })
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
