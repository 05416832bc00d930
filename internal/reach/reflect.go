package reach

import (
	"go/token"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// reflectCall evaluates a call through reflection: any exported method of the
// module's objects that the reflect.Value may have come from (R1).
func (e *evaluator) reflectCall(s *site) {
	if !s.c.inv {
		return
	}
	for _, a := range e.reflected(s.args[0]) {
		if len(e.callees(a)) > 0 {
			e.runAtom(s, a, true)
			continue
		}
		for _, m := range e.types[a.typ].Methods {
			if fn := e.funcs[m.Func]; fn != nil && e.mayLive[fn] && token.IsExported(m.Name) {
				e.runMethod(s, a, m, fn, true)
			}
		}
	}
}

// reflected returns the functions and typed objects that a value of package
// reflect leads to.
func (e *evaluator) reflected(v value) []atom {
	var out []atom
	seen := make(map[*object]bool)
	var visit func(v value)
	visit = func(v value) {
		for _, a := range v.atoms {
			if seen[a.obj] {
				continue
			}
			seen[a.obj] = true
			switch {
			case len(e.callees(a)) > 0 || e.types[a.typ] != nil:
				out = append(out, a)
			case a.obj.kind == opaque:
				for o := a.obj; o != nil; o = o.parent {
					visit(o.fields[held])
				}
			}
		}
	}
	visit(v)
	return out
}

// runMethod calls a method as another module would.
func (e *evaluator) runMethod(s *site, a atom, m summary.Method, fn *summary.Func, taint bool) {
	args := e.callbackArgs(s, fn, nil, taint)
	args[0] = e.along(value{atoms: []atom{{obj: a.obj, path: a.path, agg: a.agg}}}, m.Path)
	e.runReturned(s, e.into(s, fn, nil, args, true).results, taint)
}
