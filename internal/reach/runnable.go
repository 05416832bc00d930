package reach

import "slices"

// runnable returns the functions and handlers that other modules' objects and
// containers in v hold. It does not look into the module's own objects: that
// another module sees one does not mean that it calls what is in it.
func (e *evaluator) runnable(v value) []atom {
	var out []atom
	for _, a := range v.atoms {
		for _, r := range e.leadsTo(a) {
			if !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	return out
}

// leadsTo returns what an atom lets other modules run: itself, or what its
// object holds.
func (e *evaluator) leadsTo(a atom) []atom {
	var out []atom
	if e.callable(a) {
		out = append(out, a)
	}
	if e.opens(a.obj) {
		out = append(out, a.obj.runs...)
	}
	return out
}

// callable reports whether other modules can call the module through a.
func (e *evaluator) callable(a atom) bool {
	return a.obj.kind == closure || a.obj.kind == bound || e.types[a.typ] != nil && len(a.obj.methods) > 0
}

// opens reports whether what an object holds is taken to be called by whoever
// has the object.
func (e *evaluator) opens(o *object) bool {
	switch o.kind {
	case closure, foreign, onceFn:
		return false
	case bound:
		return e.funcOf(atom{obj: o}) == nil
	case product:
		return o.made.Kind == "router"
	}
	return !e.isModule(o.typ)
}

// maxRuns bounds what is remembered of an object.
const maxRuns = 256

// refer notes that an object refers to what a refers to, and passes on what
// that lets other modules run.
func (e *evaluator) refer(o *object, a atom) {
	if !slices.Contains(a.obj.holders, o) {
		a.obj.holders = append(a.obj.holders, o)
	}
	e.addRuns(o, e.leadsTo(a))
}

func (e *evaluator) addRuns(o *object, runs []atom) {
	var added []atom
	for _, r := range runs {
		if r.obj != o && !slices.Contains(o.runs, r) && len(o.runs) < maxRuns {
			o.runs = append(o.runs, r)
			added = append(added, r)
		}
	}
	if len(added) == 0 || !e.opens(o) {
		return
	}
	for _, h := range o.holders {
		e.addRuns(h, added)
	}
}

// nowCallable passes on that other modules can call an object's methods.
func (e *evaluator) nowCallable(o *object) {
	for _, h := range o.holders {
		for _, p := range sortedFields(h) {
			for _, a := range h.fields[p].atoms {
				if a.obj == o {
					e.addRuns(h, e.leadsTo(a))
				}
			}
		}
	}
}
