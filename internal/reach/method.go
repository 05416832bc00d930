package reach

import (
	"strings"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// invoke calls a method through an interface.
func (e *evaluator) invoke(s *site) {
	call := s.n.Call
	if e.specialInvoke(s) {
		return
	}
	e.method(s, s.args[0], call.Name, call.Iface, call.Pkg, s.args)
}

// method calls the named method on whatever recv may be. Where that is not
// known, the types that the module converts to such an interface are tried (R1).
func (e *evaluator) method(s *site, recv value, name string, iface []string, pkg string, args []value) {
	if name == "Error" || name == "String" { // nothing is built there
		s.resultAt(0, value{taint: e.tainted(recv)})
		return
	}
	known := false
	for _, a := range recv.atoms {
		if e.methodOf(s, a, name, args) {
			known = true
		}
	}
	if known {
		return
	}
	if e.pkgs[pkg] != nil {
		for _, t := range e.implementations(iface) {
			v := e.anyOfType(t.ID)
			if e.methodOf(s, v.atoms[0], name, append([]value{v}, args[1:]...)) {
				known = true
			}
		}
	}
	if !known {
		e.external(s, nil)
	}
}

// methodOf calls the method of one receiver, if its type is the module's.
func (e *evaluator) methodOf(s *site, a atom, name string, args []value) bool {
	if e.hops > maxHops {
		return true
	}
	e.hops++
	defer func() { e.hops-- }()
	t := e.types[a.typ]
	if t == nil {
		if (a.obj.kind == closure || a.obj.kind == bound) && a.typ != "" { // http.HandlerFunc(f)
			e.callAtom(s, a, args[1:])
			return true
		}
		return false
	}
	for _, m := range t.Methods {
		if m.Name != name {
			continue
		}
		recv := e.along(only(a.as(a.agg, "")), m.Path)
		rest := append([]value{recv}, args[1:]...)
		switch fn := e.funcs[m.Func]; {
		case fn != nil:
			e.into(s, fn, nil, rest, false)
		case m.Func == "" && e.embedded < maxEmbedded:
			e.embedded++
			e.method(s, recv, name, nil, "-", rest)
			e.embedded--
		case m.Func != "":
			inner := &site{c: s.c, at: s.at, n: s.n, args: rest}
			e.static(inner, m.Func, nil)
			s.result(inner.out)
		}
		return true
	}
	return false
}

// along follows embedded fields to the one that has a promoted method.
func (e *evaluator) along(v value, path []string) value {
	for _, f := range path {
		out := value{taint: v.taint}
		for _, a := range v.atoms {
			in := a.sub(f)
			out = join(out, e.load(in))
			out = join(out, in.pointer()) // embedded by value
		}
		v = out
	}
	return v
}

// implementations returns the module's types that are converted to interfaces
// and have all the given methods.
func (e *evaluator) implementations(iface []string) []*summary.Type {
	key := strings.Join(iface, ";")
	out, known := e.impls[key]
	if known {
		return out
	}
	for _, id := range e.convs {
		if t := e.types[id]; t != nil && implements(t, iface) {
			out = append(out, t)
		}
	}
	e.impls[key] = out
	return out
}

func implements(t *summary.Type, iface []string) bool {
	if len(iface) == 0 {
		return false
	}
	for _, key := range iface {
		found := false
		for _, m := range t.Methods {
			found = found || m.Has(key)
		}
		if !found {
			return false
		}
	}
	return true
}

// anyOfType is a value of a type of which nothing else is known: an unknown
// object, or one of those that are built once.
func (e *evaluator) anyOfType(typ string) value {
	o := e.instances(typ)
	o.seen()
	v := only(o.whole.as(false, typ))
	if len(e.byType[typ]) == 0 {
		return v
	}
	known := value{}
	for _, k := range e.byType[typ] {
		if !k.fresh {
			known = join(known, only(k.whole.as(false, typ)))
		}
	}
	if len(known.atoms) == 0 {
		return v
	}
	return known
}

// instances stands for any object of a type.
func (e *evaluator) instances(typ string) *object {
	o := e.object(objectKey{sub: "any " + typ}, opaque, false)
	o.typ = typ
	return o
}

// addInstance notes an object of a type.
func (e *evaluator) addInstance(typ string, o *object) {
	e.byType[typ] = append(e.byType[typ], o)
	e.changes(e.instances(typ))
}
