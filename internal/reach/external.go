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
	taint := s.c.inv && (receives(call.Name) || returnsRecords(s.n) || e.callTaint(s))
	e.callbacks(s, e.keepers(s, recv), taint)
	e.container(s)
	if s.c.inv && !looksAt[call.Pkg] {
		if len(recv) > 0 {
			e.runHeld(s, recv[0])
		}
		e.runArgs(s, taint)
	}
	if taint || s.c.inv && readsRecords(call) {
		e.taintTargets(s, recv)
	}
	e.externalResults(s, recv, taint)
}

// keepers returns what keeps the functions that a call passes: the receiver, or,
// of a function that returns nothing to hold them, the objects of other modules
// beside them, as routers are in Register(router, handler).
func (e *evaluator) keepers(s *site, recv []value) []value {
	call := s.n.Call
	if len(recv) > 0 || s.c.inv || call.Plain != 1<<call.NumOut-1 {
		return recv
	}
	var out value
	for _, v := range s.args {
		for _, a := range v.atoms {
			if (a.obj.kind == opaque || a.obj.kind == product) && e.opens(a.obj) {
				out.atoms = merge(out.atoms, a.alone, maxAtoms)
			}
		}
	}
	if len(out.atoms) == 0 {
		return nil
	}
	return []value{out}
}

// receives reports whether a method takes messages from a queue or stream: they
// are events too, though the handler was not given them.
func receives(name string) bool {
	name = lastName(name)
	return strings.HasPrefix(name, "ReceiveMessage") || name == "GetRecords" || name == "GetRecordsWithContext"
}

// callTaint reports whether event data goes into a call (E1).
func (e *evaluator) callTaint(s *site) bool {
	if e.tainted(s.fn) { // an iterator over event data
		return true
	}
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
	for _, a := range spread(v) {
		switch {
		case a.obj.kind == closure:
			if e.optionTaint(s, a) {
				return true
			}
		case a.obj.kind == plain && len(spread(only(a))) > 1: // its elements are looked at
			rest.taint = rest.taint || a.obj.tainted() || a.obj.get(elem).taint || e.tainted(dataOf(a, ""))
		default:
			rest.atoms = append(rest.atoms, a)
		}
	}
	return e.tainted(rest)
}

// eitherClean reports whether v is event data or a construction without any.
func (e *evaluator) eitherClean(v value) bool {
	clean := false
	for _, a := range v.atoms {
		switch {
		case e.isEvent(a.obj):
		case a.obj.kind == product && !a.obj.tainted():
			clean = true
		case e.tainted(only(a)):
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

// taintTargets marks what a call may write event data into: local variables
// whose address it gets, and its receiver, unless that is a client or holds one, or
// a logger that only prints it.
func (e *evaluator) taintTargets(s *site, recv []value) {
	decodes := fillsArgument(s.n.Call.Name) || readsRecords(s.n.Call)
	if setsByReflection(s.n.Call) {
		e.taintReflected(s.args[0], make(map[*object]bool))
	}
	for i, v := range s.args {
		local := s.masked(s.n.Call.Local, i)
		isRecv := i == 0 && len(recv) > 0 && !prints(s.n.Call)
		if !local && !isRecv && !decodes {
			continue
		}
		for _, a := range v.atoms {
			e.taintTarget(s, a, local, decodes, i > 0 && decodesInto(s.n.Call.Name))
		}
	}
}

// taintTarget marks what one argument refers to: local is a variable of the
// caller's, decodes says that the call fills its arguments, kept that it does so
// wherever they are.
func (e *evaluator) taintTarget(s *site, a atom, local, decodes, kept bool) {
	if local || a.obj.kind == opaque || decodes {
		e.taintObject(a.obj)
	}
	if kept {
		e.taintKept(a)
	}
	if local && a.obj.typ == "" && !logs(s.n.Call) {
		e.taintElements(a.obj)
	}
}

// taintKept marks a place in persistent storage into which event data was
// decoded, unless a client is there.
func (e *evaluator) taintKept(a atom) {
	if a.obj.fresh || a.obj.kind != plain {
		return
	}
	isProduct := func(x atom) bool { return x.obj.kind == product }
	if !slices.ContainsFunc(a.obj.all(), func(p *place) bool { return p.touches(a.place) && slices.ContainsFunc(p.val.atoms, isProduct) }) {
		e.store(a.place, value{taint: true})
	}
}

// taintElements marks what a list of arguments refers to: f(&x, &y) through ...any.
func (e *evaluator) taintElements(list *object) {
	for _, x := range list.get(elem).atoms {
		e.taintObject(x.obj)
	}
}

// decoders are beginnings of the names of functions that write what they read
// into their arguments.
var decoders = []string{"Unmarshal", "Decode", "Scan", "Bind", "ShouldBind", "BodyParser", "Parse", "Copy", "Convert", "Fill", "Process", "Read"}

// decodesInto reports whether a function's name says that its last arguments get
// what was encoded in the first.
func decodesInto(name string) bool {
	name = lastName(name)
	return slices.ContainsFunc(decoders[:2], func(d string) bool { return strings.HasPrefix(name, d) })
}

// fillsArgument reports whether a function's name says that it writes into
// what its arguments point to, wherever that was made.
func fillsArgument(name string) bool {
	name = lastName(name)
	return slices.ContainsFunc(decoders, func(d string) bool { return strings.HasPrefix(name, d) })
}

// logs reports whether a function only prints its arguments, as all of fmt do that
// do not scan.
func logs(c *summary.Call) bool {
	return c.Pkg == "fmt" && !strings.Contains(c.Name, "can") || strings.Contains(c.Pkg, "log")
}

// levels are beginnings of the names of methods that log.
var levels = []string{"Trace", "Debug", "Info", "Notice", "Warn", "Error", "Fatal", "Panic", "Print", "Log"}

// prints reports whether a method only writes its arguments to a log: its
// receiver is afterwards what it was before.
func prints(c *summary.Call) bool {
	name := lastName(c.Name)
	return c.NumOut == 0 && slices.ContainsFunc(levels, func(l string) bool { return strings.HasPrefix(name, l) })
}

// taintObject marks an object of the invocation as holding event data, unless
// it is a client or holds one.
func (e *evaluator) taintObject(o *object) {
	if o.tainted() || !o.fresh || o.kind != plain && o.kind != opaque || e.holdsProduct(o) {
		return
	}
	e.taintAll(o)
}

// holdsProduct reports whether an object holds a construction.
func (e *evaluator) holdsProduct(o *object) bool {
	for _, f := range o.all() {
		for _, a := range f.val.atoms {
			if a.obj.kind == product || a.obj != o && a.obj.kind == opaque && len(a.obj.get(held).atoms) > 0 && e.holdsDirect(a.obj) {
				return true
			}
		}
	}
	return false
}

func (e *evaluator) holdsDirect(o *object) bool {
	for _, a := range o.get(held).atoms {
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
		s.resultAt(i, value{atoms: pointer(obj).atoms, taint: taint})
	}
}

func (e *evaluator) externalObject(s *site, recv []value, taint bool) *object {
	call := s.n.Call
	fresh := s.c.inv && !e.holds(s.c, s.at, s.n)
	obj := e.object(objectKey{at: s.c, node: s.at, sub: "result " + mode(fresh)}, opaque, fresh)
	obj.typ, obj.oneUse = s.n.T, call.OneUse
	if taint {
		e.taintAll(obj)
	}
	e.store(obj.part(held), s.kept)
	for i, v := range s.args {
		if s.masked(call.Hold, i) {
			e.derive(obj, v)
		}
	}
	if len(recv) > 0 && !call.Recv {
		e.derive(obj, recv[0])
	}
	for _, l := range s.containers() {
		s.resultAt(0, e.load(l))
	}
	return obj
}

// derive notes that another module made an object from what v refers to, as
// groups are made from routers: it leads there.
func (e *evaluator) derive(o *object, v value) {
	e.store(o.part(held), v)
	for _, a := range v.atoms {
		if (a.obj.kind == opaque || a.obj.kind == product) && !slices.Contains(o.from, a.obj) {
			o.from = append(o.from, a.obj)
			e.changes(o)
			e.give(a.obj, o.given)
		}
	}
}

// containers returns where a container's receiver keeps its contents.
func (s *site) containers() []*place {
	if !s.n.Call.Recv || len(s.args) == 0 {
		return nil
	}
	var out []*place
	for _, a := range s.args[0].atoms {
		if in := a.known(content); in != nil && len(in.get().atoms) > 0 {
			out = append(out, in)
		}
	}
	return out
}
