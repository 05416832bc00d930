package reach

import (
	"strings"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// special evaluates functions of the standard library whose meaning matters:
// sync.Once and its relatives (G1), sync.Pool (G3), atomics and sync.Map, the
// default mux, and what reads the event out of a context (E1).
func (e *evaluator) special(s *site, name string) bool {
	switch name {
	case "(*sync.Once).Do":
		e.onceDo(s)
	case "sync.OnceFunc", "sync.OnceValue", "sync.OnceValues":
		fresh := s.c.inv && !e.holds(s.c, s.at, s.n)
		o := e.object(objectKey{at: s.c, node: s.at, sub: mode(fresh)}, onceFn, fresh)
		e.store(o.part("f"), s.args[0])
		s.resultAt(0, pointer(o))
	case "(*sync.Pool).Get":
		e.poolGet(s)
	case "(*sync.Pool).Put":
	case "net/http.HandleFunc", "net/http.Handle":
		s.args = append([]value{e.defaultMux()}, s.args...)
		e.external(s, s.args[:1])
	case "github.com/aws/aws-lambda-go/lambdacontext.FromContext":
		s.resultAt(0, e.event())
	case "(reflect.Value).Call", "(reflect.Value).CallSlice":
		e.reflectCall(s)
		return false
	case "context.WithValue", "github.com/spf13/cobra.OnInitialize":
		e.keepsAside(s, name)
		return false
	default:
		return strings.HasPrefix(name, "(*sync/atomic.") && e.atomic(s, lastName(name)) ||
			strings.HasPrefix(name, "sync/atomic.") && e.atomic(s, atomicFunc(name)) ||
			strings.HasPrefix(name, "(*sync.Map)") && e.syncMap(s, name[len("(*sync.Map)."):])
	}
	return true
}

// keepsAside notes what a function keeps that its result does not show: what
// contexts carry, and what every command runs first.
func (e *evaluator) keepsAside(s *site, name string) {
	if name == "context.WithValue" {
		var objects value // data is the event's in any case
		for _, a := range s.args[2].atoms {
			if e.types[a.typ] != nil && a.obj.kind == plain && !a.obj.reachesEvent() {
				objects = join(objects, only(a))
			}
		}
		e.store(e.contextValues(s), objects)
		return
	}
	e.store(e.global(cobraInit).part(held), joinAll(s.args))
}

// cobraInit stands for the functions that every cobra command runs first.
const cobraInit = "github.com/spf13/cobra initializers"

func joinAll(values []value) value {
	var out value
	for _, v := range values {
		out = join(out, v)
	}
	return out
}

// specialInvoke evaluates methods of context.Context that give event data (E1).
func (e *evaluator) specialInvoke(s *site) bool {
	call := s.n.Call
	if call.Pkg != "context" || call.Name != "Value" && call.Name != "Deadline" {
		return false
	}
	if call.Name == "Value" {
		s.resultAt(0, join(value{atoms: pointer(e.carried()).atoms, taint: true}, e.load(e.contextValues(s))))
	} else {
		s.resultAt(0, value{taint: true})
	}
	return true
}

// contextValues is where contexts keep what they carry under keys of the type of a
// call's key, whichever context and key it is.
func (e *evaluator) contextValues(s *site) *place {
	typ := ""
	if key := s.n.X[1]; key >= 0 {
		typ = s.c.fn.Nodes[key].S
	}
	return e.object(objectKey{sub: "context values " + typ}, plain, false).part(elem)
}

// event is data that belongs to the event.
func (e *evaluator) event() value {
	return value{atoms: pointer(e.eventObject()).atoms, taint: true}
}

// carried is what a context carries: data of the event, as far as one knows (E1),
// but in an object that may well outlive it, such as main's clients (G2).
func (e *evaluator) carried() *object {
	o := e.object(objectKey{sub: "carried"}, opaque, false)
	e.taintAll(o)
	return o
}

// isEvent reports whether an object belongs to the event, or came with it.
func (e *evaluator) isEvent(o *object) bool {
	if o.parent != nil {
		o = o.parent
	}
	return o == e.eventObject() || o == e.carried()
}

// eventObject is something that belongs to the event.
func (e *evaluator) eventObject() *object {
	o := e.object(objectKey{sub: "event"}, opaque, true)
	e.taintAll(o)
	return o
}

// onceDo runs a function once if the Once outlives the invocation (G1), or if it
// is in something of which nothing is known.
func (e *evaluator) onceDo(s *site) {
	inv := s.c.inv && !e.holds(s.c, s.at, s.n)
	if inv && (len(s.args[0].atoms) == 0 || e.kept(s.args[0])) {
		inv = false
		set(&s.c.saved, s.at, "sync.Once")
	}
	if inv {
		set(&s.c.broken, s.at, "the sync.Once is itself created during the invocation")
	}
	for _, a := range s.args[1].atoms {
		e.callMode(s, a, inv)
	}
}

// callMode calls a function without arguments, once or, where what should have
// saved it is broken, per invocation.
func (e *evaluator) callMode(s *site, a atom, inv bool) {
	switch a.obj.kind {
	case closure:
		e.enter(s, a.obj.fn, a.obj, nil, false, inv).unguarded = inv
	case bound:
		recv := a.obj.get("recv")
		if fn := e.funcs[a.obj.name]; fn != nil && a.obj.conv == nil {
			e.enter(s, fn, nil, []value{recv}, false, inv).unguarded = inv
			return
		}
		e.callAtom(s, a, nil)
	default:
		e.callAtom(s, a, nil)
	}
}

// kept reports whether all that v points to outlives the invocation.
func (e *evaluator) kept(v value) bool {
	for _, a := range v.atoms {
		if a.obj.fresh {
			return false
		}
	}
	return len(v.atoms) > 0
}

// callOnce calls what sync.OnceValue and its like returned (G1).
func (e *evaluator) callOnce(s *site, o *object) {
	inv := s.c.inv && o.fresh && !e.holds(s.c, s.at, s.n)
	switch {
	case inv:
		set(&s.c.broken, s.at, "the sync.OnceValue is itself created during the invocation")
	case s.c.inv:
		set(&s.c.saved, s.at, "sync.OnceValue")
	}
	for _, a := range o.get("f").atoms {
		e.callMode(s, a, inv)
	}
}

// poolGet runs a pool's New, which the pool saves from running each time (G3).
func (e *evaluator) poolGet(s *site) {
	inv := s.c.inv && !e.kept(s.args[0])
	if inv {
		set(&s.c.broken, s.at, "the sync.Pool is itself created during the invocation")
	}
	for _, p := range s.args[0].atoms {
		for _, a := range e.load(p.sub("New")).atoms {
			e.callMode(s, a, inv)
		}
	}
}

// atomic evaluates atomic.Pointer and atomic.Value as variables.
func (e *evaluator) atomic(s *site, method string) bool {
	switch method {
	case "Load":
		e.loadElem(s)
	case "Store", "Swap":
		e.storeElem(s, s.args[1])
	case "CompareAndSwap":
		e.storeElem(s, s.args[2])
	default:
		return false
	}
	return true
}

// atomicFunc is the method that a function of sync/atomic corresponds to.
func atomicFunc(name string) string {
	for _, m := range []string{"Load", "Store", "Swap", "CompareAndSwap"} {
		if strings.HasPrefix(name, "sync/atomic."+m) {
			return m
		}
	}
	return ""
}

// syncMap evaluates sync.Map as a map. LoadOrStore builds its argument every
// time: the construction is not under a guard, so it is reported (G3).
func (e *evaluator) syncMap(s *site, method string) bool {
	switch method {
	case "Load", "LoadAndDelete":
		e.loadElem(s)
	case "Store", "LoadOrStore", "Swap":
		if method == "LoadOrStore" && e.kept(s.args[0]) {
			e.shareForGood(s.args[2])
			s.c.readyMade(s.args[2])
		}
		e.storeElem(s, s.args[2], keyed(s.n)...)
		e.loadElem(s)
	case "CompareAndSwap":
		e.storeElem(s, s.args[3])
	default:
		return false
	}
	return true
}

// readyMade notes that what LoadOrStore gets was built before it looked (G3, G4).
func (c *context) readyMade(v value) {
	for _, a := range v.atoms {
		if a.obj.kind == product && a.obj.at == c && a.obj.fresh {
			set(&c.broken, a.obj.node, "LoadOrStore gets it ready-made, also where the key is there already")
		}
	}
}

// shareForGood marks what a LoadOrStore keeps: of all that are made for a key only
// one is used ever after. A construction among them is built each time all the same.
func (e *evaluator) shareForGood(v value) {
	for _, a := range v.atoms {
		if a.obj.kind == plain || a.obj.kind == onceFn {
			e.keepForGood(a.obj)
		}
	}
}

func (e *evaluator) loadElem(s *site) {
	for _, a := range s.args[0].atoms {
		l := a.sub(elem)
		s.c.looked(l)
		s.resultAt(0, e.load(l))
	}
}

func (e *evaluator) storeElem(s *site, v value, valueAndKey ...summary.Ref) {
	for _, a := range s.args[0].atoms {
		l := a.sub(elem)
		e.store(l, v)
		if !e.ticks(s.c, valueAndKey...) {
			e.stored(s.c, l)
		}
	}
}

// keyed returns the value that a call stores, if it stores one under a key, and
// the key.
func keyed(n *summary.Node) []summary.Ref {
	if len(n.X) != 3 {
		return nil
	}
	return []summary.Ref{n.X[2], n.X[1]}
}

// mutators are method names by which containers of other modules take values in.
var mutators = map[string]bool{"Add": true, "Set": true, "Put": true, "Store": true, "SetDefault": true,
	"SetWithTTL": true, "SetWithExpire": true, "ContainsOrAdd": true, "PeekOrAdd": true, "Insert": true, "Replace": true,
	"ReplaceOrInsert": true, "GetOrSet": true, "Locals": true, "AddWithTTL": true, "SetNX": true, "Push": true, "PushFront": true}

// content is the pseudo field for what a container of another module holds.
const content = "(content)"

// container evaluates methods of other modules' containers, caches above all:
// a value that goes in may come out.
func (e *evaluator) container(s *site) {
	call := s.n.Call
	if !call.Recv || call.How == summary.Static && call.Name == "" {
		return
	}
	name := lastName(call.Name)
	for _, a := range s.args[0].atoms {
		l := a.sub(content)
		if mutators[name] && len(s.args) > 1 {
			in := joinAll(s.args[1:])
			if name == "Locals" { // fiber's takes a list of one
				in = e.elements(s)
			}
			e.store(l, in)
			if !e.ticks(s.c, keyed(s.n)...) {
				e.stored(s.c, l)
			}
			continue
		}
		s.c.looked(l)
	}
}
