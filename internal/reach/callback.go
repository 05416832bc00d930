package reach

import (
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// callbacks handles the functions among a call's arguments.
func (e *evaluator) callbacks(s *site, recv []value, taint bool) {
	for i, v := range s.args {
		if i == 0 && len(recv) > 0 && s.n.Call.Recv {
			continue
		}
		for _, a := range spread(v) {
			switch a.obj.kind {
			case closure, bound, onceFn:
				if e.isHandlerType(a.typ) { // a function with a method ServeHTTP
					e.keep(s, recv, a)
					continue
				}
				e.callback(s, a, recv, taint)
			case plain, opaque, product:
				e.keepHolder(s, recv, a)
			}
		}
	}
}

// keepHolder lets receivers hold an object that leads to functions; of a list
// only what is deeper than its elements, which are looked at one by one.
func (e *evaluator) keepHolder(s *site, recv []value, a atom) {
	leads := e.leadsTo(a)
	if len(leads) == 0 {
		return
	}
	direct := spread(only(a))
	if len(direct) == 1 {
		e.keep(s, recv, a)
		return
	}
	var deeper []atom
	for _, r := range leads {
		if !slices.Contains(direct, r) {
			deeper = append(deeper, r)
		}
	}
	e.keep(s, recv, deeper...)
}

// spread returns what v refers to and, for variadic arguments, their elements.
func spread(v value) []atom {
	out := v.atoms
	for _, a := range v.atoms {
		if a.obj.kind == plain && a.obj.typ == "" && a.path == "" {
			out = append(out[:len(out):len(out)], a.obj.get(elem).atoms...)
		}
	}
	return out
}

// looksAt are packages that print, or look at, functions they are given. Those of
// wire describe to a generator what to call, and call nothing.
var looksAt = map[string]bool{"fmt": true, "log": true, "reflect": true, "runtime": true,
	"github.com/google/wire": true, "github.com/goforj/wire": true}

// encoders are packages that write values down, besides the standard library's.
var encoders = map[string]bool{
	"gopkg.in/yaml.v2": true, "gopkg.in/yaml.v3": true, "go.yaml.in/yaml/v2": true, "go.yaml.in/yaml/v3": true, "go.yaml.in/yaml/v4": true,
	"sigs.k8s.io/yaml": true, "github.com/ghodss/yaml": true, "github.com/goccy/go-yaml": true, "github.com/goccy/go-json": true,
	"github.com/json-iterator/go": true, "github.com/bytedance/sonic": true, "github.com/segmentio/encoding/json": true,
	"github.com/go-json-experiment/json": true,
}

// encodes reports whether a package writes values down: it calls their methods
// (MarshalJSON), and no function that is among them. A JSON-RPC server does call.
func encodes(pkg string) bool { return strings.HasPrefix(pkg, "encoding/") || encoders[pkg] }

// callback handles one function given to another module. Handlers of requests
// run later, per request; what sets up routes or options runs now; a
// middleware's function runs when routes are set up or, with some routers, on
// every request (H5).
func (e *evaluator) callback(s *site, a atom, recv []value, taint bool) {
	fn := e.funcOf(a)
	switch {
	case fn != nil && e.fillsOnMiss(s, recv):
		set(&s.c.saved, s.at, lastName(s.n.Call.Name))
		for _, r := range e.runMode(s, a, recv, false, false) {
			s.kept = join(s.kept, value{atoms: r.atoms})
		}
	case fn == nil || looksAt[s.n.Call.Pkg] || encodes(s.n.Call.Pkg):
		e.keep(s, recv, a)
	case has(fn, entry.Router):
		e.runNow(s, a, recv, taint)
	case has(fn, entry.Request) || has(fn, entry.Event):
		e.keep(s, recv, a)
		if s.c.inv && len(recv) == 0 {
			e.runNow(s, a, recv, true)
		}
	case has(fn, entry.Next):
		e.middleware(s, a, recv, taint)
	default:
		e.otherCallback(s, a, fn, recv, taint)
	}
}

// otherCallback runs a function that is no handler of requests, and keeps it if
// it may run later. What ran per invocation need not do so again.
func (e *evaluator) otherCallback(s *site, a atom, fn *summary.Func, recv []value, taint bool) {
	a.obj.handles = a.obj.handles || !s.c.inv && takesFrom(fn, s.n.Call)
	inv := s.c.inv && !e.holds(s.c, s.at, s.n)
	if !inv && (has(fn, entry.Context) || a.obj.handles) {
		e.keep(s, recv, a)
	}
	for _, r := range e.runMode(s, a, recv, taint, inv) {
		s.kept = join(s.kept, value{atoms: r.atoms}) // singleflight, retries
	}
}

// middleware runs func(next) handler, and lets the router hold what it gives.
func (e *evaluator) middleware(s *site, a atom, recv []value, taint bool) {
	if entry.AppliesPerRequest(s.n.Call.Pkg) {
		a.obj.perRequest = true
		e.keep(s, recv, a)
	}
	for _, r := range e.runNow(s, a, recv, taint) {
		for _, made := range r.atoms {
			e.keep(s, recv, made)
		}
	}
}

// lastName is a function's or method's name without what it belongs to.
func lastName(full string) string { return full[strings.LastIndexByte(full, '.')+1:] }

// A callee is a function of the module with what a function value binds to it.
type callee struct {
	fn   *summary.Func
	env  *object
	recv value
	meth bool // recv is the first argument
}

// callees returns the functions of the module that an atom may call.
func (e *evaluator) callees(a atom) []callee {
	switch a.obj.kind {
	case closure:
		if a.obj.calls == nil {
			a.obj.calls = []callee{{fn: a.obj.fn, env: a.obj}}
		}
		return a.obj.calls
	case bound:
		recv := a.obj.get("recv")
		if a.obj.conv == nil {
			if fn := e.funcs[a.obj.name]; fn != nil {
				return []callee{{fn: fn, recv: recv, meth: true}}
			}
			return nil
		}
		return e.methodCallees(recv, a.obj.name, 0)
	}
	return nil
}

// methodCallees returns the functions that a method of what recv holds may be,
// embedded interfaces' included.
func (e *evaluator) methodCallees(recv value, name string, depth int) []callee {
	var out []callee
	for _, r := range recv.atoms {
		m, ok := e.lookup(r.typ, name)
		if !ok {
			continue
		}
		r = r.as(r.agg, "")
		to := e.along(only(r), m.Path)
		switch fn := e.funcs[m.Func]; {
		case fn != nil:
			out = append(out, callee{fn: fn, recv: to, meth: true})
		case m.Func == "" && depth < maxEmbedded:
			out = append(out, e.methodCallees(to, name, depth+1)...)
		}
	}
	return out
}

// funcOf returns a function of the module that an atom calls, or nil.
func (e *evaluator) funcOf(a atom) *summary.Func {
	if a.obj.kind == closure {
		return a.obj.fn
	}
	if all := e.callees(a); len(all) > 0 {
		return all[0].fn
	}
	return nil
}

// lookup returns a type's method.
func (e *evaluator) lookup(typ, name string) (summary.Method, bool) {
	if t := e.types[typ]; t != nil {
		for _, m := range t.Methods {
			if m.Name == name {
				return m, true
			}
		}
	}
	return summary.Method{}, false
}

func has(fn *summary.Func, class entry.Class) bool {
	for i, p := range fn.Params {
		if p.Class == class && (!fn.Recv || i > 0) {
			return true
		}
	}
	return false
}

// keep lets receivers hold functions or handlers that they were given, and
// what they were derived from too: a group's routes are its router's. Where there
// is no receiver the call's result holds them.
func (e *evaluator) keep(s *site, recv []value, given ...atom) {
	if len(given) == 0 {
		return
	}
	v := value{atoms: sorted(given)}
	if len(recv) == 0 {
		s.kept = join(s.kept, v)
	}
	for _, in := range recv {
		for _, r := range in.atoms {
			e.give(e.opened(r, true), v)
		}
	}
}

// give lets an object, what it was made from and what it is embedded in hold
// functions or handlers.
func (e *evaluator) give(o *object, v value) {
	if o == nil || len(v.atoms) == 1 && o == v.atoms[0].obj || !e.opens(o) {
		return
	}
	now := join(o.given, v)
	if same(now, o.given) {
		return
	}
	o.given = now
	e.steps++
	e.store(o.part(held), v)
	for _, up := range o.from {
		e.give(up, v)
	}
	e.give(o.parent, v)
}

// runNow calls a function as another module would and returns its results.
func (e *evaluator) runNow(s *site, a atom, recv []value, taint bool) []value {
	return e.runMode(s, a, recv, taint, s.c.inv && !e.holds(s.c, s.at, s.n))
}

// runMode does so per invocation or once.
func (e *evaluator) runMode(s *site, a atom, recv []value, taint, inv bool) []value {
	var results []value
	for _, c := range e.callees(a) {
		args := e.callbackArgs(s, c.fn, recv, taint)
		if c.meth {
			args[0] = c.recv
		}
		results = append(results, e.enter(s, c.fn, c.env, args, true, inv).results...)
	}
	return results
}

// receivers strips the interface from receivers.
func receivers(v value) value {
	out := value{taint: v.taint}
	for _, a := range v.atoms {
		out.atoms = append(out.atoms, a.as(a.agg, ""))
	}
	out.atoms = sorted(out.atoms)
	return out
}
