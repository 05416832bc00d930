package reach

import (
	"go/token"
	"strings"

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
			if token.IsExported(m.Name) {
				e.runMethod(s, a, m, true)
			}
		}
	}
}

// reflects notes that an engine can call the exported methods of an object that it
// was made with, as GraphQL schemas call those of their resolvers (R1).
func (e *evaluator) reflects(v value) {
	for _, a := range v.atoms {
		t := e.types[a.typ]
		if t == nil {
			continue
		}
		a.obj.byName = true
		var keys []string
		for _, m := range t.Methods {
			if token.IsExported(m.Name) {
				keys = append(keys, m.Key())
			}
		}
		e.converted(a.obj, keys)
	}
}

// runNamed runs the methods of what such a method returned: further resolvers.
func (e *evaluator) runNamed(s *site, results []value, taint bool) {
	if e.embedded >= maxEmbedded {
		return
	}
	e.embedded++
	for _, a := range joinAll(results).atoms {
		if typ := "*" + a.obj.typ; a.obj.kind == plain && e.types[typ] != nil && a.path == "" {
			named := a.as(false, typ)
			e.reflects(only(named))
			e.runMethods(s, named, taint)
		}
	}
	e.embedded--
}

// setsByReflection reports whether a call sets what a reflect.Value came from.
func setsByReflection(c *summary.Call) bool {
	return c.Pkg == "reflect" && c.Recv && strings.HasPrefix(lastName(c.Name), "Set")
}

// taintReflected marks the variables that a value of package reflect came from: event
// data was set there.
func (e *evaluator) taintReflected(v value, seen map[*object]bool) {
	for _, a := range v.atoms {
		for o := a.obj; o != nil && !seen[o]; o = o.parent {
			seen[o] = true
			if o.kind == plain {
				e.taintObject(o)
			} else {
				e.taintReflected(o.get(held), seen)
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
					visit(o.get(held))
				}
			}
		}
	}
	visit(v)
	return out
}

// runMethod calls a method as another module would: of an embedded interface or
// another module's type it runs what stands behind that.
func (e *evaluator) runMethod(s *site, a atom, m summary.Method, taint bool) {
	recv := e.along(only(a.as(a.agg, "")), m.Path)
	fn := e.funcs[m.Func]
	switch {
	case fn != nil && e.mayLive[fn]:
		args := e.callbackArgs(s, fn, nil, taint)
		args[0] = recv
		results := e.into(s, fn, nil, args, true).results
		e.runReturned(s, results, taint)
		if a.obj.byName {
			e.runNamed(s, results, taint)
		}
	case fn == nil && len(m.Path) > 0 && e.embedded < maxEmbedded:
		e.embedded++
		for _, r := range e.runnable(recv) {
			e.runAtom(s, r, taint)
		}
		e.embedded--
	}
}
