package reach

import (
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/report"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// Options says what to look for.
type Options struct {
	Points entry.Points
	Report func(*summary.Made) bool // whether a construction is wanted (kinds, -ignore)
	Keyed  bool                     // event-dependent ones too (E1)
	// Module says that findings may stand in any package of the module;
	// otherwise they stand in the analysed one (P3).
	Module bool
	Notes  bool // say what was not reported, and why
}

// Run evaluates the program that pkgs make up, imported packages first, and
// reports what the handlers of the last one build on every invocation.
func Run(pkgs []*summary.Package, opts Options) *report.Result {
	own := pkgs[len(pkgs)-1]
	if !hasHandlers(own, pkgs) {
		return &report.Result{Findings: unreasoned(own)}
	}
	e := newEvaluator(pkgs, opts.Points)
	e.library = own.Name != "main"
	p := &program{evaluator: e, opts: opts, own: own, pkgs: pkgs}
	var roots []*root
	for e.round = 1; e.round <= maxRounds; e.round++ {
		e.changed = false
		p.once()
		roots = p.handlers()
		if !e.changed && e.round > 1 {
			break
		}
	}
	found := p.report(roots)
	found.Findings = append(found.Findings, unreasoned(own)...)
	return found
}

// hasHandlers reports whether a package can have handlers of its own: by
// signature or mark, or because it, or main with what it imports, starts some.
func hasHandlers(own *summary.Package, pkgs []*summary.Package) bool {
	if own.Name != "main" {
		return slices.ContainsFunc(own.Funcs, func(f *summary.Func) bool { return f.Handler || f.Starts })
	}
	return slices.ContainsFunc(own.Funcs, func(f *summary.Func) bool { return f.Handler }) ||
		slices.ContainsFunc(pkgs, func(p *summary.Package) bool {
			return slices.ContainsFunc(p.Funcs, func(f *summary.Func) bool { return f.Starts })
		})
}

type program struct {
	*evaluator
	opts Options
	own  *summary.Package
	pkgs []*summary.Package
}

// once evaluates what runs once: the packages' initialisation, then main or,
// in a library, the functions that call an entry point (R3).
func (p *program) once() {
	for _, pkg := range p.pkgs {
		for _, f := range pkg.Funcs {
			if isInit(f) {
				p.run(p.context(f, nil, nil, false, calls{}))
			}
		}
	}
	for _, f := range p.own.Funcs {
		if f.ID == p.own.Path+".main" && p.own.Name == "main" {
			p.run(p.context(f, nil, nil, false, calls{}))
		}
	}
	for _, f := range p.own.Funcs {
		if f.Starts && !p.visited(f) {
			p.run(p.context(f, nil, p.unknowns(f), false, calls{}))
		}
	}
}

func isInit(f *summary.Func) bool {
	rest, ok := strings.CutPrefix(f.ID, f.Pkg+".init")
	return ok && (rest == "" || rest[0] == '#' && !strings.Contains(rest, "$"))
}

// visited reports whether a function was evaluated in this round.
func (p *program) visited(f *summary.Func) bool {
	for _, c := range p.ctxs {
		if c.fn == f && c.round == p.round {
			return true
		}
	}
	return false
}

// unknowns are arguments of which only the types are known.
func (p *program) unknowns(f *summary.Func) []value {
	args := make([]value, len(f.Params))
	for i, param := range f.Params {
		if param.Class != entry.Context {
			args[i] = p.unknown(param.Type, false)
		}
	}
	return args
}

// A root is a handler, evaluated per invocation.
type root struct {
	ctx   *context
	start *start // nil for handlers by signature or mark (H6, H7)
}

// handlers evaluates what was registered, then what is a handler by its
// signature or mark and was not reached otherwise.
func (p *program) handlers() []*root {
	var roots []*root
	slices.SortStableFunc(p.starts, func(a, b start) int { return comparePos(p.startPos(a), p.startPos(b)) })
	for i := range p.starts {
		st := &p.starts[i]
		for _, c := range p.registered(st.handler) {
			roots = append(roots, &root{c, st})
		}
	}
	for _, f := range p.own.Funcs {
		if !f.Handler || p.invoked(f) {
			continue
		}
		for _, env := range p.environments(f) {
			roots = append(roots, &root{ctx: p.handle(f, env, p.receiver(f))})
		}
	}
	return roots
}

// environments are what a function that nobody seems to call captured: if it is
// made by a factory, that runs once, whatever it gets (H2, R3).
func (p *program) environments(f *summary.Func) []*object {
	if f.NumFree == 0 {
		return []*object{nil}
	}
	outer, _, _ := strings.Cut(f.ID, "$")
	if factory := p.funcs[outer]; factory != nil && !factory.Handler && !p.visited(factory) {
		p.run(p.context(factory, nil, p.unknowns(factory), false, calls{}))
	}
	var out []*object
	for _, o := range p.objects {
		if o.kind == closure && o.fn == f {
			out = append(out, o)
		}
	}
	if len(out) == 0 {
		return []*object{nil}
	}
	slices.SortFunc(out, func(a, b *object) int { return a.id - b.id })
	return out
}

// startPos is where an entry point was called.
func (p *program) startPos(st start) report.Position {
	return p.position(st.at.fn.Pkg, st.at.fn.Nodes[st.node].Pos)
}

// invoked reports whether a function was evaluated per invocation in this round.
func (p *program) invoked(f *summary.Func) bool {
	for _, c := range p.ctxs {
		if c.fn == f && c.inv && c.round == p.round {
			return true
		}
	}
	return false
}

// receiver is a handler's receiver, if nothing is known of it.
func (p *program) receiver(f *summary.Func) value {
	if !f.Recv {
		return value{}
	}
	return p.unknown(f.Params[0].Type, false)
}

// handlerArgs are the arguments of a handler: all but the context are event
// data (E1). What stands beside the event itself the handler works with, and it
// may well outlive the invocation (G2).
func (p *program) handlerArgs(f *summary.Func, recv value) []value {
	args := make([]value, len(f.Params))
	for i, param := range f.Params {
		switch {
		case i == 0 && f.Recv:
			args[i] = recv
		case param.Class == entry.Plain && (has(f, entry.Event) || has(f, entry.Request)):
			args[i] = value{atoms: p.unknown(param.Type, false).atoms, taint: true}
		case param.Class != entry.Context:
			args[i] = p.event()
		}
	}
	return args
}

// registered evaluates the handlers that a registered value leads to (H2).
func (p *program) registered(handler value) []*context {
	var out []*context
	for _, a := range p.candidates(handler) {
		callees := p.callees(a)
		if len(callees) == 0 || p.isHandlerType(a.typ) {
			out = append(out, p.methodsOf(a, slices.Contains(handler.atoms, a))...)
			continue
		}
		for _, c := range callees {
			out = append(out, p.handle(c.fn, c.env, c.recv))
		}
	}
	return out
}

func (p *program) handle(fn *summary.Func, env *object, recv value) *context {
	c := p.context(fn, env, p.handlerArgs(fn, recv), true, calls{})
	p.run(c)
	return c
}

// methodsOf evaluates the methods by which an object is a handler; direct says
// that the entry point itself was given it.
func (p *program) methodsOf(a atom, direct bool) []*context {
	var out []*context
	for _, typ := range []string{a.typ, "*" + a.obj.typ} {
		t := p.types[typ]
		if t == nil {
			continue
		}
		for _, m := range t.Methods {
			if known := a.obj.methods[m.Key()]; known || slices.Contains(handlerMethods, m.Key()) && !p.otherwise(typ, m, direct) {
				out = append(out, p.methodOfHandler(a, m, typ, direct)...)
			}
		}
		break
	}
	return out
}

// otherwise reports whether a type is a handler by another method than m: who
// is given a lambda.Handler does not serve HTTP through it.
func (p *program) otherwise(typ string, m summary.Method, direct bool) bool {
	return direct && m.Key() != handlerMethods[0] &&
		slices.ContainsFunc(p.types[typ].Methods, func(m summary.Method) bool { return m.Key() == handlerMethods[0] })
}

// methodOfHandler evaluates a method that another module may call, or, where it
// is promoted from an embedded interface or from another module's type, what
// stands behind that.
func (p *program) methodOfHandler(a atom, m summary.Method, typ string, direct bool) []*context {
	isHandler := slices.Contains(handlerMethods, m.Key())
	recv := p.along(only(a.as(a.agg, "")), m.Path)
	fn := p.funcs[m.Func]
	switch {
	case fn == nil && isHandler && len(m.Path) > 0:
		return p.embeddedIn(recv, m.Func == "")
	case fn == nil || !isHandler && !p.handles(typ, fn, direct):
		return nil
	}
	c := p.handle(fn, nil, recv)
	return append([]*context{c}, p.returned(c)...)
}

// handles reports whether a method that another module knows runs per
// invocation: of what an entry point was given directly, for an interface of its
// own (H1), and of what an adapter or wrapper holds (H3, H5).
func (p *program) handles(typ string, fn *summary.Func, direct bool) bool {
	if direct {
		return has(fn, entry.Request) || !p.isHandlerType(typ) && (perEvent(fn) || fn.Fails && len(fn.Params) > 1)
	}
	return perEvent(fn)
}

// returned evaluates the functions that a handler's method returned to the
// module that called it.
func (p *program) returned(c *context) []*context {
	var out []*context
	for _, a := range joinAll(c.results).atoms {
		for _, to := range p.callees(a) {
			if perEvent(to.fn) {
				out = append(out, p.handle(to.fn, to.env, to.recv))
			}
		}
	}
	return out
}

// embeddedIn evaluates what an embedded interface or another module's object,
// promoted to a handler's method, holds.
func (p *program) embeddedIn(held value, iface bool) []*context {
	if p.embedded >= maxEmbedded {
		return nil
	}
	p.embedded++
	defer func() { p.embedded-- }()
	if iface {
		held.atoms = slices.DeleteFunc(slices.Clone(held.atoms), func(x atom) bool { return x.typ == "" })
	}
	return p.registered(held)
}

// candidates returns the functions and objects that a registered value may
// run: itself, and what wrappers of other modules were given (H3, H5).
func (p *program) candidates(v value) []atom {
	c := &candidates{program: p, seen: make(map[*place]bool)}
	c.visit(v, true)
	return c.found
}

type candidates struct {
	*program
	seen  map[*place]bool
	found []atom
}

// visit looks at a value; direct says that it was registered itself.
func (c *candidates) visit(v value, direct bool) {
	for _, a := range v.atoms {
		if c.seen[a.place] {
			continue
		}
		c.seen[a.place] = true
		if a.obj.kind == closure || a.obj.kind == bound {
			c.function(a, direct)
		} else {
			c.object(a)
		}
	}
}

func (c *candidates) function(a atom, direct bool) {
	switch fn := c.funcOf(a); {
	case c.isHandlerType(a.typ):
		c.found = append(c.found, a)
	case fn == nil:
		c.visit(a.obj.get("recv"), false)
	case direct || handlerShape(fn) || a.obj.perRequest:
		c.found = append(c.found, a)
	}
}

func (c *candidates) object(a atom) {
	if c.types[a.typ] != nil || c.types["*"+a.obj.typ] != nil && a.obj.kind == plain && a.path == "" {
		c.found = append(c.found, a)
	}
	o := a.obj
	if c.isModule(o.typ) {
		o = partOf(a)
	}
	if o == nil {
		return
	}
	for _, f := range o.all() {
		c.visit(f.val, false)
	}
}

// handlerShape reports whether a function given to an unknown wrapper is a
// handler: it takes a context, an event or a request, or can fail and takes no
// more than an event (H3).
func handlerShape(fn *summary.Func) bool {
	params := len(fn.Params)
	if fn.Recv {
		params--
	}
	return perEvent(fn) || fn.Fails && params < 2
}
