package reach

import (
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// A site is a call being evaluated.
type site struct {
	c     *context
	at    summary.Ref
	n     *summary.Node
	out   []value // results so far
	ext   bool    // a function of another module was called
	kept  value   // functions that another module keeps, for its result to hold
	shift int     // how many of the node's operands come before args
	fn    value   // what a dynamic call calls
	args  []value // without fn
	elems *value  // see elements
}

// call evaluates a call and returns its first result; all are in c.tuples.
func (e *evaluator) call(c *context, at summary.Ref, n *summary.Node) value {
	if slices.ContainsFunc(n.X, c.never) {
		return value{}
	}
	s := &site{c: c, at: at, n: n, args: c.valsOf(n.X)}
	switch n.Call.How {
	case summary.Static:
		e.static(s, n.Call.Name, n.Made)
	case summary.Dynamic:
		s.fn, s.args, s.shift = s.args[0], s.args[1:], 1
		e.dynamic(s)
	case summary.Invoke:
		e.invoke(s)
	}
	if len(s.out) == 0 {
		delete(c.tuples, at)
		return value{}
	}
	set(&c.tuples, at, s.out)
	return s.out[0]
}

// never reports whether no value gets to a node: it asserts a type that none of
// the known ones has, so what follows in a type switch does not run. Event data
// may be anything.
func (c *context) never(r summary.Ref) bool {
	for r >= 0 && c.fn.Nodes[r].Op == summary.OpJoin && len(c.fn.Nodes[r].X) == 1 {
		n := &c.fn.Nodes[r]
		from := c.val(n.X[0])
		if n.S != "" && len(c.val(r).atoms) == 0 && len(from.atoms) > 0 && !from.taint {
			return true
		}
		r = n.X[0]
	}
	return false
}

// masked reports whether argument i is among the operands that a mask names.
func (s *site) masked(mask uint64, i int) bool {
	i += s.shift
	return i < 64 && mask&(1<<i) != 0
}

func (s *site) result(results []value) {
	for i, r := range results {
		s.resultAt(i, r)
	}
}

// from is the call and the one that led to its function.
func (s *site) from() calls {
	var out calls
	out[0].fn, out[0].at = s.c.fn, s.at
	out[1] = s.c.from[0]
	return out
}

func (s *site) resultAt(i int, v value) {
	for len(s.out) <= i {
		s.out = append(s.out, value{})
	}
	s.out[i] = join(s.out[i], v)
}

// static calls a function by name.
func (e *evaluator) static(s *site, name string, made *summary.Made) {
	if p, ok := e.points.Lookup(name); ok {
		e.start(s, p)
	}
	if made != nil {
		e.construct(s, made)
		return
	}
	if e.special(s, name) {
		return
	}
	fn := e.funcs[name]
	if fn == nil {
		e.external(s, nil)
		return
	}
	if fn.Constructor != "" {
		e.construct(s, &summary.Made{Kind: fn.Constructor, Name: fn.Name, Full: fn.ID, Pays: "what its //lambdainit:constructor annotation stands for"})
		return
	}
	if e.idle(s, fn) {
		e.externalResults(s, nil, false)
		return
	}
	e.into(s, fn, nil, s.args, false)
}

// into evaluates a function of the module and takes over what it did.
func (e *evaluator) into(s *site, fn *summary.Func, env *object, args []value, callback bool) *context {
	once := s.c.inv && e.holds(s.c, s.at, s.n)
	return e.enter(s, fn, env, args, callback, s.c.inv && !once)
}

func (e *evaluator) enter(s *site, fn *summary.Func, env *object, args []value, callback, inv bool) *context {
	from := s.from()
	if callback {
		from = calls{} // whoever calls back does so with the same arguments
	}
	to := e.callee(s, fn, env, args, inv, from)
	if back := e.back(s, fn); !slices.Equal(back, to.back) {
		to.back, to.stale = back, true
	}
	e.run(to)
	known := s.c.edges[s.at]
	if slices.Contains(known, edge{to, callback}) {
		if !callback {
			s.result(to.results)
		}
		return to
	}
	set(&s.c.edges, s.at, append(known, edge{to, callback}))
	if !callback {
		s.result(to.results)
	}
	return to
}

// dynamic calls function values.
func (e *evaluator) dynamic(s *site) {
	for _, a := range s.fn.atoms {
		e.callAtom(s, a, s.args)
	}
	if len(s.fn.atoms) == 0 && !s.ext {
		e.external(s, nil)
	}
}

// callAtom calls one function value.
func (e *evaluator) callAtom(s *site, a atom, args []value) {
	if e.hops > maxHops {
		return
	}
	e.hops++
	defer func() { e.hops-- }()
	switch a.obj.kind {
	case closure:
		if e.replacesItself(s, a, args) {
			set(&s.c.saved, s.at, "the function that replaces itself when it first runs")
			e.enter(s, a.obj.fn, a.obj, args, false, false)
			return
		}
		e.into(s, a.obj.fn, a.obj, args, false)
	case bound:
		recv := a.obj.get("recv")
		all := append([]value{recv}, args...)
		if a.obj.conv != nil {
			e.method(s, recv, a.obj.name, a.obj.conv, s.c.fn.Pkg, all)
			return
		}
		inner := &site{c: s.c, at: s.at, n: s.n, args: all}
		e.static(inner, a.obj.name, a.obj.made)
		s.result(inner.out)
	case foreign:
		inner := &site{c: s.c, at: s.at, n: s.n, args: args, shift: s.shift}
		e.static(inner, a.obj.name, a.obj.made)
		s.result(inner.out)
	case onceFn:
		e.callOnce(s, a.obj)
	default:
		if !s.ext {
			s.ext = true
			e.external(s, nil)
		}
	}
}

// replacesItself reports whether a function that is called through a variable
// puts another one there, so that it runs once: get = func() T { t := build();
// get = func() T { return t }; return t } (G2). Nobody may put it back.
func (e *evaluator) replacesItself(s *site, a atom, args []value) bool {
	if !s.c.inv || s.n.Call == nil || s.n.Call.How != summary.Dynamic || len(s.fn.atoms) < 2 {
		return false
	}
	load := s.n.X[0]
	if load < 0 || s.c.fn.Nodes[load].Op != summary.OpLoad {
		return false
	}
	variables := s.c.val(s.c.fn.Nodes[load].X[0])
	if !e.kept(variables) {
		return false
	}
	e.run(e.callee(s, a.obj.fn, a.obj, args, true, s.from()))
	for _, v := range variables.atoms {
		byItself := func(c *context) bool { return c.fn == a.obj.fn && c.env == a.obj }
		putBack := func(c *context) bool { return c.inv && c.fn != a.obj.fn }
		if !slices.ContainsFunc(v.storers, byItself) || slices.ContainsFunc(v.storers, putBack) {
			return false
		}
	}
	return true
}

// construct records a construction and returns it as the call's result (C1), if
// that is what the call returns: regexp.Match builds and returns what it found.
func (e *evaluator) construct(s *site, m *summary.Made) {
	fresh := s.c.inv && !e.holds(s.c, s.at, s.n)
	o := e.product(s.c, s.at, m, fresh)
	for i, a := range s.args {
		if s.masked(s.n.Call.Ctx, i) {
			continue
		}
		if s.c.inv && !o.tainted() && (i == 0 || !m.First) && e.argTaint(s, a) {
			e.taintAll(o)
		}
		if m.Kind == "engine" {
			e.reflects(a)
		}
		e.store(o.part(held), a)
		e.options(s, a)
	}
	if m.First {
		e.externalResults(s, nil, s.c.inv && e.callTaint(s))
		return
	}
	s.resultAt(0, pointer(o))
}

// options runs the functions with which a construction is configured.
func (e *evaluator) options(s *site, v value) {
	for _, a := range v.atoms {
		if a.obj.kind == closure && !has(a.obj.fn, entry.Request) && !has(a.obj.fn, entry.Event) {
			e.runNow(s, a, nil, false)
		}
	}
}

// start notes that an entry point was called (H1).
func (e *evaluator) start(s *site, p entry.Point) {
	arg := p.Arg
	if s.n.Call.Recv {
		arg++
	}
	if arg >= len(s.args) {
		return
	}
	v := s.args[arg]
	if p.HTTP && len(v.atoms) == 0 {
		v = e.defaultMux()
	}
	if p.Builder {
		v = e.built(s, v)
	}
	for i := range e.starts {
		if st := &e.starts[i]; st.at == s.c && st.node == s.at {
			st.handler = join(st.handler, v)
			return
		}
	}
	e.starts = append(e.starts, start{handler: v, at: s.c, node: s.at})
}

// built runs a builder of handlers, once, and returns what it builds (H4).
func (e *evaluator) built(s *site, builder value) value {
	inner := &site{c: s.c, at: s.at, n: s.n}
	for _, a := range builder.atoms {
		e.callAtom(inner, a, nil)
	}
	if len(inner.out) == 0 {
		return value{}
	}
	return inner.out[0]
}

// maxHops bounds dispatch that leads to dispatch; maxEmbedded does so for
// interfaces embedded in structs, which can hold the very struct.
const (
	maxHops     = maxCalls + 40
	maxEmbedded = 4
)

// isModule reports whether a type is declared in the module.
func (e *evaluator) isModule(typ string) bool {
	typ = strings.TrimLeft(typ, "*")
	i := strings.LastIndexByte(typ, '.')
	return i >= 0 && e.pkgs[typ[:i]] != nil
}
