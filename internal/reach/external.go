package reach

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// external evaluates a call into another module, of which the signature is
// known and nothing else: functions given to it are called back, now or later;
// its result may hold what it was given and depends on what that depends on.
// recv, if given, stands for the receiver.
func (e *evaluator) external(s *site, recv []value) {
	call := s.n.Call
	if recv == nil && call.Recv && len(s.args) > 0 {
		recv = s.args[:1]
	}
	taint := s.c.inv && (receives(call.Name) || e.callTaint(s))
	e.callbacks(s, recv, taint)
	e.container(s)
	if s.c.inv && len(recv) > 0 {
		e.runHeld(s, recv[0])
	}
	if s.c.inv {
		e.runArgs(s, taint)
	}
	if taint {
		e.taintTargets(s, recv)
	}
	e.externalResults(s, recv, taint)
}

// receives reports whether a method takes messages from a queue or stream: they
// are events too, though the handler was not given them.
func receives(name string) bool {
	name = name[strings.LastIndexByte(name, '.')+1:]
	return strings.HasPrefix(name, "ReceiveMessage") || name == "GetRecords" || name == "GetRecordsWithContext"
}

// callTaint reports whether event data goes into a call (E1).
func (e *evaluator) callTaint(s *site) bool {
	for i, a := range s.args {
		if s.masked(s.n.Call.Ctx, i) {
			continue
		}
		if e.argTaint(s, a) {
			return true
		}
	}
	return false
}

// argTaint reports whether an argument carries event data. For functions, such
// as options, that is what they do when called.
//
// Where it may also be a construction that depends on nothing, such as a config
// that is loaded if the context brings none, that is what counts (E2).
func (e *evaluator) argTaint(s *site, v value) bool {
	if e.eitherClean(v) {
		return false
	}
	rest := value{taint: v.taint}
	for _, a := range v.atoms {
		if a.obj.kind != closure {
			rest.atoms = append(rest.atoms, a)
			continue
		}
		if e.optionTaint(s, a) {
			return true
		}
	}
	return e.tainted(rest)
}

// eitherClean reports whether v is event data or a construction without any.
func (e *evaluator) eitherClean(v value) bool {
	clean := false
	for _, a := range v.atoms {
		switch {
		case a.obj == e.eventObject() || a.obj.parent == e.eventObject():
		case a.obj.kind == product && !a.obj.taint:
			clean = true
		case e.tainted(value{atoms: []atom{a}}):
			return false
		}
	}
	return clean
}

// optionTaint runs a function with blank arguments and reports whether event
// data reaches them or the result.
func (e *evaluator) optionTaint(s *site, a atom) bool {
	fn := a.obj.fn
	args := make([]value, len(fn.Params))
	for i, p := range fn.Params {
		if p.Class == entry.Request || p.Class == entry.Event {
			return false // a handler, not an option
		}
		if p.Class != entry.Context {
			args[i] = pointer(e.object(objectKey{at: s.c, node: s.at, sub: "blank " + fn.ID + strconv.Itoa(i)}, plain, s.c.inv))
		}
	}
	to := e.context(fn, a.obj, args, true, s.from())
	e.run(to)
	for _, v := range append(args, to.results...) {
		if e.tainted(v) {
			return true
		}
	}
	return false
}

// callbacks handles the functions among a call's arguments.
func (e *evaluator) callbacks(s *site, recv []value, taint bool) {
	for i, v := range s.args {
		if i == 0 && len(recv) > 0 && s.n.Call.Recv {
			continue
		}
		for _, a := range spread(v) {
			switch a.obj.kind {
			case closure, bound, onceFn:
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
	direct := spread(value{atoms: []atom{a}})
	for _, r := range e.leadsTo(a) {
		if len(direct) > 1 && !slices.Contains(direct, r) {
			e.keep(s, recv, r)
		}
	}
	if len(direct) == 1 && len(e.leadsTo(a)) > 0 {
		e.keep(s, recv, a)
	}
}

// spread returns what v refers to and, for variadic arguments, their elements.
func spread(v value) []atom {
	out := v.atoms
	for _, a := range v.atoms {
		if a.obj.kind == plain && a.obj.typ == "" && a.path == "" {
			out = append(out[:len(out):len(out)], a.obj.fields[elem].atoms...)
		}
	}
	return out
}

// callback handles one function given to another module. Handlers of requests
// run later, per request; what sets up routes or options runs now; a
// middleware's function runs when routes are set up or, with some routers, on
// every request (H5).
func (e *evaluator) callback(s *site, a atom, recv []value, taint bool) {
	fn := e.funcOf(a)
	switch {
	case fn == nil:
		e.keep(s, recv, a)
	case has(fn, entry.Router):
		e.runNow(s, a, recv, taint)
	case has(fn, entry.Request) || has(fn, entry.Event):
		e.keep(s, recv, a)
		if s.c.inv && len(recv) == 0 {
			e.runNow(s, a, recv, true)
		}
	case has(fn, entry.Next):
		if entry.AppliesPerRequest(s.n.Call.Pkg) {
			a.obj.perRequest = true
			e.keep(s, recv, a)
		}
		for _, r := range e.runNow(s, a, recv, taint) {
			for _, made := range r.atoms {
				e.keep(s, recv, made)
			}
		}
	default:
		if has(fn, entry.Context) {
			e.keep(s, recv, a)
		}
		e.runNow(s, a, recv, taint)
	}
}

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
		return []callee{{fn: a.obj.fn, env: a.obj}}
	case bound:
		recv := a.obj.fields["recv"]
		if a.obj.conv == nil {
			if fn := e.funcs[a.obj.name]; fn != nil {
				return []callee{{fn: fn, recv: recv, meth: true}}
			}
			return nil
		}
		var out []callee
		for _, r := range recv.atoms {
			if fn, path := e.lookup(r.typ, a.obj.name); fn != nil {
				r.typ = ""
				out = append(out, callee{fn: fn, recv: e.along(value{atoms: []atom{r}}, path), meth: true})
			}
		}
		return out
	}
	return nil
}

// funcOf returns a function of the module that an atom calls, or nil.
func (e *evaluator) funcOf(a atom) *summary.Func {
	if all := e.callees(a); len(all) > 0 {
		return all[0].fn
	}
	return nil
}

// lookup returns the function that is a type's method, and the embedded fields
// that lead to it.
func (e *evaluator) lookup(typ, name string) (*summary.Func, []string) {
	if t := e.types[typ]; t != nil {
		for _, m := range t.Methods {
			if m.Name == name {
				return e.funcs[m.Func], m.Path
			}
		}
	}
	return nil, nil
}

func has(fn *summary.Func, class entry.Class) bool {
	for i, p := range fn.Params {
		if p.Class == class && (!fn.Recv || i > 0) {
			return true
		}
	}
	return false
}

// keep lets receivers hold a function or handler that they were given, and
// what they were derived from too: a group's routes are its router's. Where there
// is no receiver the call's result holds it.
func (e *evaluator) keep(s *site, recv []value, a atom) {
	if len(recv) == 0 {
		s.kept = join(s.kept, value{atoms: []atom{a}})
	}
	seen := make(map[*object]bool)
	var into func(o *object)
	into = func(o *object) {
		if seen[o] || o == a.obj || !e.opens(o) {
			return
		}
		seen[o] = true
		e.store(loc{o, held}, value{atoms: []atom{a}})
		for _, up := range o.fields[held].atoms {
			if up.obj.kind == opaque || up.obj.kind == product {
				into(up.obj)
			}
		}
	}
	for _, v := range recv {
		for _, r := range v.atoms {
			into(r.obj)
		}
	}
}

// runNow calls a function as another module would and returns its results.
func (e *evaluator) runNow(s *site, a atom, recv []value, taint bool) []value {
	var results []value
	for _, c := range e.callees(a) {
		args := e.callbackArgs(c.fn, recv, taint)
		if c.meth {
			args[0] = c.recv
		}
		results = append(results, e.into(s, c.fn, c.env, args, true).results...)
	}
	return results
}

// receivers strips the interface from receivers.
func receivers(v value) value {
	out := value{taint: v.taint}
	for _, a := range v.atoms {
		a.typ = ""
		out.atoms = append(out.atoms, a)
	}
	out.atoms = merge(nil, out.atoms)
	return out
}

// callbackArgs makes up the arguments with which another module calls fn.
func (e *evaluator) callbackArgs(fn *summary.Func, recv []value, taint bool) []value {
	args := make([]value, len(fn.Params))
	for i, p := range fn.Params {
		switch p.Class {
		case entry.Context:
		case entry.Router:
			args[i] = joinAll(recv)
		case entry.Request, entry.Event:
			args[i] = e.event()
		default:
			args[i] = e.unknown(p.Type, taint)
		}
	}
	return args
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

// runHeld runs the handlers that a receiver of another module holds: calling
// an adapter's Proxy runs the routes of its router (H5).
func (e *evaluator) runHeld(s *site, recv value) {
	for _, a := range e.runnable(recv) {
		e.runAtom(s, a, true)
	}
	for _, a := range recv.atoms {
		if strings.HasPrefix(a.obj.typ, "github.com/spf13/cobra.") {
			for _, f := range e.runnable(e.global(cobraInit).fields[held]) {
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
			if (a.obj.kind == closure || a.obj.kind == bound) && slices.Contains(direct, a) {
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
	switch a.obj.kind {
	case closure, bound:
		fn := e.funcOf(a)
		if fn == nil || !e.mayLive[fn] {
			return
		}
		for _, r := range e.runNow(s, a, nil, taint) {
			for _, made := range r.atoms {
				if inner := e.funcOf(made); inner != nil && has(inner, entry.Request) {
					e.runNow(s, made, nil, true)
				}
			}
		}
	default:
		e.runMethods(s, a, taint)
	}
}

func (e *evaluator) runMethods(s *site, a atom, taint bool) {
	t := e.types[a.typ]
	if t == nil {
		return
	}
	for _, m := range t.Methods {
		fn := e.funcs[m.Func]
		if fn == nil || !e.mayLive[fn] || !a.obj.methods[m.Key()] || m.Name == "Error" || m.Name == "String" {
			continue
		}
		e.runMethod(s, a, m, fn, taint)
	}
}

// taintTargets marks what a call may write event data into: local variables
// whose address it gets, and its receiver, unless that is a client or holds one.
func (e *evaluator) taintTargets(s *site, recv []value) {
	decodes := fillsArgument(s.n.Call.Name)
	for i, v := range s.args {
		local := s.masked(s.n.Call.Local, i)
		isRecv := i == 0 && len(recv) > 0
		if !local && !isRecv && !decodes {
			continue
		}
		for _, a := range v.atoms {
			if local || a.obj.kind == opaque || decodes {
				e.taintObject(a.obj)
			}
			if local && a.obj.typ == "" && !logs(s.n.Call.Pkg) { // f(&x, &y) through ...any
				for _, x := range a.obj.fields[elem].atoms {
					e.taintObject(x.obj)
				}
			}
		}
	}
}

// decoders are beginnings of the names of functions that write what they read
// into their arguments.
var decoders = []string{"Unmarshal", "Decode", "Scan", "Bind", "ShouldBind", "BodyParser", "Parse", "Copy", "Convert", "Fill", "Process", "Read"}

// fillsArgument reports whether a function's name says that it writes into
// what its arguments point to, wherever that was made.
func fillsArgument(name string) bool {
	name = name[strings.LastIndexByte(name, '.')+1:]
	return slices.ContainsFunc(decoders, func(d string) bool { return strings.HasPrefix(name, d) })
}

// logs reports whether the functions of a package only print their arguments.
func logs(pkg string) bool { return pkg == "fmt" || strings.Contains(pkg, "log") }

// taintObject marks an object of the invocation as holding event data, unless
// it is a client or holds one.
func (e *evaluator) taintObject(o *object) {
	if o.taint || !o.fresh || o.kind != plain && o.kind != opaque || e.holdsProduct(o) {
		return
	}
	o.taint = true
	e.touch()
}

// holdsProduct reports whether an object holds a construction.
func (e *evaluator) holdsProduct(o *object) bool {
	for _, f := range o.fields {
		for _, a := range f.atoms {
			if a.obj.kind == product || a.obj != o && a.obj.kind == opaque && len(a.obj.fields[held].atoms) > 0 && e.holdsDirect(a.obj) {
				return true
			}
		}
	}
	return false
}

func (e *evaluator) holdsDirect(o *object) bool {
	for _, a := range o.fields[held].atoms {
		if a.obj.kind == product {
			return true
		}
	}
	return false
}

// externalResults makes up what a call into another module returns.
func (e *evaluator) externalResults(s *site, recv []value, taint bool) {
	call := s.n.Call
	if call.NumOut == 0 {
		return
	}
	if call.ToCtx {
		s.resultAt(0, value{})
		return
	}
	var obj *object
	for i := range call.NumOut {
		if call.Plain&(1<<i) != 0 {
			s.resultAt(i, value{taint: taint})
			continue
		}
		if obj == nil {
			obj = e.externalObject(s, recv, taint)
		}
		s.resultAt(i, value{atoms: []atom{{obj: obj}}, taint: taint})
	}
}

func (e *evaluator) externalObject(s *site, recv []value, taint bool) *object {
	fresh := s.c.inv && !e.holds(s.c, s.at, s.n)
	obj := e.object(objectKey{at: s.c, node: s.at, sub: "result " + mode(fresh)}, opaque, fresh)
	obj.typ = s.n.T
	if taint && !obj.taint {
		obj.taint = true
		e.touch()
	}
	e.store(loc{obj, held}, s.kept)
	for i, v := range s.args {
		if s.masked(s.n.Call.Hold, i) {
			e.store(loc{obj, held}, v)
		}
	}
	if len(recv) > 0 && !s.n.Call.Recv {
		e.store(loc{obj, held}, recv[0])
	}
	for _, l := range s.containers() {
		s.resultAt(0, e.load(l))
	}
	return obj
}

// containers returns where a container's receiver keeps its contents.
func (s *site) containers() []loc {
	if !s.n.Call.Recv || len(s.args) == 0 {
		return nil
	}
	var out []loc
	for _, a := range s.args[0].atoms {
		if l := (loc{a.obj, sub(a.path, content)}); a.obj.fields[l.path].atoms != nil {
			out = append(out, l)
		}
	}
	return out
}
