package reach

import (
	"slices"

	"github.com/lambdainit/lambdainit/internal/summary"
)

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
	if o := e.opened(a, false); o != nil {
		out = append(out, o.runnable()...)
	}
	return out
}

// opened returns what holds the functions given to what a refers to: its object,
// or, in an object of the module's own, the part that is another module's, such
// as an embedded router; nil if nothing was given to that.
func (e *evaluator) opened(a atom, create bool) *object {
	if e.opens(a.obj) {
		return a.obj
	}
	if part := partOf(a); part != nil || !create || a.obj.kind != plain || a.outer == nil {
		return part
	}
	a.given = e.newObject(opaque, a.obj.fresh)
	a.given.holders = slices.Clone(a.obj.holders)
	e.changes(a.obj)
	return a.given
}

// partOf returns what stands for a part of one of the module's objects, or nil.
func partOf(a atom) *object {
	a.obj.seen()
	return a.given
}

// callable reports whether other modules can call the module through a.
func (e *evaluator) callable(a atom) bool {
	return a.obj.kind == closure || a.obj.kind == bound || e.types[a.typ] != nil && a.obj.converted()
}

// opens reports whether what an object holds is taken to be called by whoever
// has the object.
func (e *evaluator) opens(o *object) bool {
	switch o.kind {
	case closure, foreign, onceFn:
		return false
	case bound:
		return e.funcOf(o.whole.as(false, "")) == nil
	case product:
		return true
	}
	return !e.isModule(o.typ)
}

// maxRuns bounds what is remembered of an object.
const maxRuns = 1024

// refer notes that an object refers to what a refers to, and passes on what
// that lets other modules run.
func (e *evaluator) refer(o *object, a atom) {
	if !slices.Contains(a.obj.holders, o) {
		a.obj.holders = append(a.obj.holders, o)
	}
	if part := partOf(a); part != nil && !slices.Contains(part.holders, o) {
		part.holders = append(part.holders, o)
	}
	e.addRuns(o, e.leadsTo(a))
}

func (e *evaluator) addRuns(o *object, runs []atom) {
	var added []atom
	e.steps += len(runs)
	for _, r := range runs {
		if r.obj != o && e.runsThrough(o, r) && !slices.Contains(o.runs, r) && len(o.runs) < maxRuns {
			o.runs = append(o.runs, r)
			added = append(added, r)
		}
	}
	if len(added) == 0 {
		return
	}
	e.changes(o)
	if !e.opens(o) {
		return
	}
	for _, h := range o.holders {
		e.addRuns(h, added)
	}
}

// runsThrough reports whether an object runs what it was given when it is used.
// Routers and engines do (H5, R1), and vendors' clients run handlers, as those of
// bots; hooks that a database or transport calls once per connection do not count.
func (e *evaluator) runsThrough(o *object, given atom) bool {
	if o.kind != product || o.made.Kind == "router" || o.made.Kind == "engine" {
		return true
	}
	fn := e.funcOf(given)
	return fn != nil && (given.obj.handles || o.made.Kind == "cloud" && perEvent(fn))
}

// nowCallable passes on that other modules can call an object's methods.
func (e *evaluator) nowCallable(o *object) {
	for _, h := range o.holders {
		for _, p := range h.all() {
			for _, a := range p.val.atoms {
				if a.obj == o {
					e.addRuns(h, e.leadsTo(a))
				}
			}
		}
	}
}

// handlerMethods are the keys of the methods by which a value is a handler.
var handlerMethods = []string{
	"Invoke(context.Context, []uint8) ([]uint8, error)",
	"ServeHTTP(net/http.ResponseWriter, *net/http.Request)",
}

// isHandlerType reports whether values of a type are handlers by a method,
// which then runs even if the type is a function.
func (e *evaluator) isHandlerType(typ string) bool {
	t := e.types[typ]
	return t != nil && slices.ContainsFunc(t.Methods, func(m summary.Method) bool { return slices.Contains(handlerMethods, m.Key()) })
}
