package reach

import (
	"slices"
	"strings"
)

// A loc is a place in persistent or fresh storage.
type loc struct {
	obj  *object
	path string
}

// store adds v to what may be at a place.
func (e *evaluator) store(l loc, v value) {
	old := l.obj.fields[l.path]
	now := join(old, v)
	if !same(old, now) {
		if l.obj.fields == nil {
			l.obj.fields = make(map[string]value)
		}
		l.obj.fields[l.path] = now
		l.obj.partsTo(l.path)
		e.changes(l.obj)
		for _, a := range v.atoms {
			e.refer(l.obj, a)
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
func (e *evaluator) load(l loc) value { return e.find(l, true) }

// find does what load does, with something unknown only if wanted.
func (e *evaluator) find(l loc, unknown bool) value {
	out := value{taint: l.obj.tainted()}
	// What nested loads find all ends up in the outermost one's result, so that
	// each place needs to be visited once, also where structs are copied in circles.
	if e.loading[l] || len(e.loading) > maxNested {
		return out
	}
	if len(e.loading) == 0 {
		defer clear(e.loading)
	}
	e.loading[l] = true
	out = join(out, l.obj.get(l.path))
	for p := l.path; p != ""; {
		i := strings.LastIndexByte(p, '.')
		outer, rest := "", l.path
		if i >= 0 {
			outer, rest = p[:i], l.path[i+1:]
		}
		out = join(out, e.part(l.obj.get(outer), rest, unknown))
		p = outer
	}
	if unknown && (l.obj.kind == opaque || l.obj.kind == product) && l.path != held {
		out = join(out, pointer(e.child(l)))
	}
	if l.obj.kind == opaque && l.path == elem { // slices.Collect(maps.Values(m))
		for _, h := range l.obj.get(held).atoms {
			out = join(out, e.find(loc{h.obj, sub(h.path, elem)}, unknown))
		}
	}
	return out
}

// part returns the field at path of struct values.
func (e *evaluator) part(v value, path string, unknown bool) value {
	out := value{taint: v.taint}
	for _, a := range v.atoms {
		if !a.agg && a.obj.kind != opaque {
			continue
		}
		out = join(out, e.aggregate(loc{a.obj, sub(a.path, path)}, unknown))
	}
	return out
}

// aggregate returns what is at a place that may itself be a struct.
func (e *evaluator) aggregate(l loc, unknown bool) value {
	v := e.find(l, unknown)
	if hasPart(l.obj, l.path) {
		v = join(v, value{atoms: []atom{{obj: l.obj, path: l.path, agg: true}}})
	}
	return v
}

func hasPart(o *object, path string) bool {
	if path == "" {
		return len(o.all()) > 0
	}
	o.seen()
	return o.parts[path]
}

// maxChildren bounds the identities given to parts of unknown objects.
const maxChildren = 4

// child is the unknown object that an unknown object's part refers to.
func (e *evaluator) child(l loc) *object {
	if l.obj.depth() >= maxChildren {
		return l.obj
	}
	o := e.object(objectKey{parent: l.obj, sub: l.path}, opaque, l.obj.fresh)
	o.parent = l.obj
	if l.obj.tainted() {
		e.taintAll(o)
	}
	return o
}

func (o *object) depth() int { return strings.Count(o.name, ">") }

// tainted reports whether event data is in v or in what v refers to (E1).
func (e *evaluator) tainted(v value) bool {
	if v.taint {
		return true
	}
	for _, a := range v.atoms {
		if a.obj.tainted() || a.obj.carries[a.path] {
			return true
		}
	}
	var seen map[loc]bool
	for _, a := range v.atoms {
		if a.obj.kind == product || a.obj.kind == foreign || !a.obj.reachesEvent() {
			continue
		}
		if seen == nil {
			seen = make(map[loc]bool)
		}
		if e.anyTaint(value{atoms: []atom{a}}, seen, 0) {
			if a.obj.carries == nil {
				a.obj.carries = make(map[string]bool)
			}
			a.obj.carries[a.path] = true
			return true
		}
	}
	return false
}

// maxDepth bounds the search for event data in nested objects.
const maxDepth = 8

func (e *evaluator) anyTaint(v value, seen map[loc]bool, depth int) bool {
	if depth > maxDepth {
		return false
	}
	for _, a := range v.atoms {
		l := loc{a.obj, a.path}
		if seen[l] {
			continue
		}
		seen[l] = true
		if a.obj.tainted() {
			return true
		}
		if a.obj.kind == product || a.obj.kind == foreign || !a.obj.reachesEvent() {
			continue
		}
		for path, f := range a.obj.all() {
			if strings.HasSuffix(path, content) { // a client to which an item was put is no such item
				continue
			}
			if within(path, a.path) && (f.taint || e.anyTaint(f, seen, depth+1)) {
				return true
			}
		}
	}
	return false
}

// within reports whether path lies in the part at outer, or around it.
func within(path, outer string) bool {
	return outer == "" || path == "" || path == outer || strings.HasPrefix(path, outer+".") || strings.HasPrefix(outer, path+".") || path == held
}

// sortedFields returns the paths of an object's known fields in order.
func sortedFields(o *object) []string {
	paths := make([]string, 0, len(o.all()))
	for p := range o.all() {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	return paths
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
		return a.obj.get(sub(a.path, keyPath(key)))
	}
	var out value
	for path, v := range a.obj.all() {
		if strings.HasPrefix(path, sub(a.path, keyedData)) {
			out = join(out, v)
		}
	}
	return out
}
