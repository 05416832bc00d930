package reach

import (
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// callbackArgs makes up the arguments with which another module calls fn.
func (e *evaluator) callbackArgs(s *site, fn *summary.Func, recv []value, taint bool) []value {
	args := make([]value, len(fn.Params))
	for i, p := range fn.Params {
		if s.c.inv && isListing(p.Type) {
			args[i] = e.event()
			continue
		}
		switch p.Class {
		case entry.Context:
		case entry.Router:
			args[i] = joinAll(recv)
		case entry.Request, entry.Event:
			args[i] = e.event()
		case entry.Next:
			args[i] = e.unknown(p.Type, taint)
		default:
			args[i] = join(e.unknown(p.Type, taint), fitting(e.elements(s), p.Type))
		}
	}
	return args
}

// fitting leaves functions out where a parameter is a pointer to something: of the
// functions in a list, none is the argument of another.
func fitting(v value, typ string) value {
	if strings.HasPrefix(typ, "*") {
		v.atoms = slices.DeleteFunc(slices.Clone(v.atoms), isFunction)
	}
	return v
}

func isFunction(a atom) bool {
	k := a.obj.kind
	return a.typ == "" && (k == closure || k == bound || k == foreign || k == onceFn)
}

// elements returns what the containers among a call's operands hold: functions
// that iterate, map or filter pass that on to their callbacks.
func (e *evaluator) elements(s *site) value {
	if s.elems != nil {
		return *s.elems
	}
	e.visit++
	var out value
	for _, v := range append(s.args[:len(s.args):len(s.args)], s.fn) {
		e.steps += len(v.atoms)
		for _, a := range v.atoms {
			out = join(out, e.elementsOf(a))
			if a.obj.kind != opaque {
				continue
			}
			for _, h := range a.obj.get(held).atoms {
				out = join(out, e.elementsOf(h))
			}
		}
	}
	s.elems = &out
	return out
}

// elementsOf returns what a container holds, at its first visit.
func (e *evaluator) elementsOf(a atom) value {
	if a.visit == e.visit {
		return value{}
	}
	a.visit = e.visit
	return join(a.content(elem), a.content(content))
}

// unknown is a value of which only the type is known.
func (e *evaluator) unknown(typ string, taint bool) value {
	switch {
	case taint:
		return e.event()
	case e.types[typ] != nil:
		v := e.anyOfType(typ)
		return receivers(v)
	}
	return pointer(e.object(objectKey{sub: "unknown " + typ}, opaque, false))
}
