package reach

import (
	"slices"
	"strings"
)

// store adds v to what may be at a place.
func (e *evaluator) store(l *place, v value) {
	now := join(l.val, v)
	if !same(l.val, now) {
		l.hold(now)
		e.changes(l.obj)
		for _, a := range v.atoms {
			e.refer(l.obj, a)
		}
		if slices.ContainsFunc(v.atoms, func(a atom) bool { return a.obj.kind == product || a.obj.leads }) {
			nowLeads(l.obj)
		}
		if l.obj.kind != product && l.obj.kind != foreign && leadsToEvent(v) {
			e.nowReaches(l.obj)
		}
	}
}

// leadsToEvent reports whether event data is in v or can be reached from it.
func leadsToEvent(v value) bool {
	return v.taint || slices.ContainsFunc(v.atoms, func(a atom) bool { return a.obj.reaches })
}

// maxNested bounds how far copies of structs are followed.
const maxNested = 64

// load returns what may be at a place: what was stored there, the part of what
// was stored around it, and for objects of unknown contents something unknown.
func (e *evaluator) load(l *place) value { return e.find(l, true) }

// find does what load does, with something unknown only if wanted.
func (e *evaluator) find(l *place, unknown bool) value {
	out := value{taint: l.obj.tainted()}
	// What nested loads find all ends up in the outermost one's result, so that
	// each place needs to be visited once, also where structs are copied in circles.
	if l.loading || len(e.loading) > maxNested {
		return out
	}
	if len(e.loading) == 0 {
		defer e.loaded()
	}
	l.loading, e.loading = true, append(e.loading, l)
	e.steps++
	out = join(out, l.get())
	for outer := l.outer; outer != nil; outer = outer.outer {
		if outer.val.any() {
			out = join(out, e.part(outer.val, l.from(outer), unknown))
		}
	}
	if unknown && (l.obj.kind == opaque || l.obj.kind == product) && l.path != held {
		out = join(out, pointer(e.child(l)))
	}
	if l.obj.kind == opaque && l.path == elem { // slices.Collect(maps.Values(m))
		for _, h := range l.obj.get(held).atoms {
			out = join(out, e.find(h.sub(elem), unknown))
		}
	}
	return out
}

// loaded ends an outermost load.
func (e *evaluator) loaded() {
	for _, l := range e.loading {
		l.loading = false
	}
	e.loading = e.loading[:0]
}

// part returns the field at path of struct values.
func (e *evaluator) part(v value, path string, unknown bool) value {
	out := value{taint: v.taint}
	for _, a := range v.atoms {
		if !a.agg && a.obj.kind != opaque {
			continue
		}
		out = join(out, e.aggregate(a.at(path), unknown))
	}
	return out
}

// aggregate returns what is at a place that may itself be a struct.
func (e *evaluator) aggregate(l *place, unknown bool) value {
	v := e.find(l, unknown)
	l.obj.seen()
	if l.split || l.outer == nil && l.val.any() {
		v = join(v, only(l.as(true, "")))
	}
	return v
}

// maxChildren bounds the identities given to parts of unknown objects.
const maxChildren = 4

// child is the unknown object that an unknown object's part refers to.
func (e *evaluator) child(l *place) *object {
	if l.obj.nested >= maxChildren {
		return l.obj
	}
	if l.child == nil {
		l.child = e.newObject(opaque, l.obj.fresh)
		l.child.parent, l.child.nested = l.obj, l.obj.nested+1
	}
	if l.obj.tainted() {
		e.taintAll(l.child)
	}
	return l.child
}

// tainted reports whether event data is in v or in what v refers to (E1).
func (e *evaluator) tainted(v value) bool {
	if v.taint {
		return true
	}
	for _, a := range v.atoms {
		if a.obj.tainted() || a.carries {
			return true
		}
	}
	var seen map[*place]bool
	for _, a := range v.atoms {
		if a.obj.kind == product || a.obj.kind == foreign || !a.obj.reachesEvent() {
			continue
		}
		if seen == nil {
			seen = make(map[*place]bool)
		}
		if e.anyTaint(only(a), seen, 0) {
			a.carries = true
			return true
		}
	}
	return false
}

// maxDepth bounds the search for event data in nested objects.
const maxDepth = 8

func (e *evaluator) anyTaint(v value, seen map[*place]bool, depth int) bool {
	if depth > maxDepth {
		return false
	}
	for _, a := range v.atoms {
		if seen[a.place] {
			continue
		}
		seen[a.place] = true
		if a.obj.tainted() {
			return true
		}
		if a.obj.kind == product || a.obj.kind == foreign || !a.obj.reachesEvent() {
			continue
		}
		for _, f := range a.obj.all() {
			if f.name == content { // a client to which an item was put is no such item
				continue
			}
			if !f.touches(a.place) {
				continue
			}
			if in := e.asFar(f, a.place); in.taint || e.anyTaint(in, seen, depth+1) {
				return true
			}
		}
	}
	return false
}

// asFar returns what is stored in a field that a place touches: of what is
// stored around the place only its part there.
func (e *evaluator) asFar(f, l *place) value {
	if f != l && l.in(f) {
		return e.part(f.val, l.from(f), false)
	}
	return f.val
}

// keyedData is the beginning of the pseudo fields for data that a map keeps under
// a constant key, so that one key's event data is not another's (E1).
const keyedData = "[="

// keyPath is the pseudo field for a constant key.
func keyPath(key string) string { return keyedData + strings.ReplaceAll(key, ".", "·") + "]" }

// isData reports whether v is nothing that the module built.
func isData(v value) bool {
	return !slices.ContainsFunc(v.atoms, func(a atom) bool { return a.obj.kind != opaque })
}

// dataOf returns the plain data that a map keeps under a key or, for "", under any.
func dataOf(a atom, key string) value {
	if key != "" {
		return a.content(keyPath(key))
	}
	var out value
	for _, f := range a.obj.all() {
		if f.outer == a.place && strings.HasPrefix(f.name, keyedData) {
			out = join(out, f.val)
		}
	}
	return out
}
