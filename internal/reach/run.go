package reach

import (
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// runHeld runs the handlers that a receiver of another module holds: calling
// an adapter's Proxy runs the routes of its router (H5).
func (e *evaluator) runHeld(s *site, recv value) {
	for _, a := range e.runnable(recv) {
		e.runAtom(s, a, true)
	}
	for _, a := range recv.atoms {
		if strings.HasPrefix(a.obj.typ, "github.com/spf13/cobra.") {
			for _, f := range e.runnable(e.global(cobraInit).get(held)) {
				e.runAtom(s, f, false)
			}
		}
	}
}

// runArgs runs the methods by which another module can call back the objects
// that it was given (R1).
func (e *evaluator) runArgs(s *site, taint bool) {
	first := 0
	if s.n.Call.Recv {
		first = 1
	}
	for _, v := range s.args[min(first, len(s.args)):] {
		direct := spread(v)
		for _, a := range e.runnable(v) {
			if encodes(s.n.Call.Pkg) && a.obj.kind != plain {
				continue
			}
			if (a.obj.kind == closure || a.obj.kind == bound) && slices.Contains(direct, a) && !e.isHandlerType(a.typ) {
				if fn := e.funcOf(a); fn != nil && !has(fn, entry.Request) && !has(fn, entry.Event) {
					continue // called back already
				}
			}
			e.runAtom(s, a, taint)
		}
	}
}

// runAtom calls a function, or the methods of an object that other modules know.
func (e *evaluator) runAtom(s *site, a atom, taint bool) {
	switch {
	case (a.obj.kind == closure || a.obj.kind == bound) && !e.isHandlerType(a.typ):
		fn := e.funcOf(a)
		if fn == nil || !e.mayLive[fn] {
			return
		}
		e.runReturned(s, e.runNow(s, a, nil, taint), taint)
	default:
		e.runMethods(s, a, taint)
	}
}

// runReturned runs the functions that a function returned to another module.
func (e *evaluator) runReturned(s *site, results []value, taint bool) {
	for _, a := range joinAll(results).atoms {
		if fn := e.funcOf(a); fn != nil && e.mayLive[fn] && perEvent(fn) {
			e.runNow(s, a, nil, taint)
		}
	}
}

// perEvent reports whether a function takes what exists once per event.
func perEvent(fn *summary.Func) bool {
	return has(fn, entry.Request) || has(fn, entry.Context) || has(fn, entry.Event)
}

func (e *evaluator) runMethods(s *site, a atom, taint bool) {
	t := e.types[a.typ]
	if t == nil {
		return
	}
	for _, m := range t.Methods {
		if a.obj.converts(m.Key()) && m.Name != "Error" && m.Name != "String" {
			e.runMethod(s, a, m, taint)
		}
	}
}
