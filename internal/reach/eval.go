// Package reach evaluates condensed bodies at the entry points: it runs what
// runs once (init, main) to learn which handlers are registered and how the
// program is wired, then what runs per invocation, and finds what is built
// there (R, C3, G, E).
//
// It is an abstract interpreter. Values are sets of objects and a mark for
// event data; statements have no order, branches no conditions, except that a
// guard that holds makes what is under it run once. A function is evaluated
// anew for each combination of arguments, so that one helper called with
// constants here and with event data there is judged call by call.
package reach

import (
	"hash/maphash"
	"slices"

	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// A context is a function evaluated for given arguments, once or per invocation.
type context struct {
	fn    *summary.Func
	inv   bool // runs per invocation
	args  []value
	env   *object // closure whose variables fn captures
	from  calls
	key   contextKey
	users int               // calls that lead here
	links map[link]*context // the calls of this context

	vals    []value
	tuples  map[summary.Ref][]value
	results []value
	edges   map[summary.Ref][]edge
	before  last // for judging guards
	made    map[summary.Ref]*object
	stores  map[loc]bool
	loads   map[loc]bool
	broken  map[summary.Ref]string // why a guard of a node does not hold (G4)
	saved   map[summary.Ref]string // which guard of a node holds

	verdicts map[*summary.Guard]bool // which guards hold

	firstPass bool // of this round

	back      []summary.Ref // parameters whose storage the caller fills; see back
	unguarded bool          // what should save it from running each time is broken (G4)

	round  int
	since  int // version at the last evaluation
	active bool
}

// last is what the pass before found.
type last struct {
	edges    map[summary.Ref][]edge
	verdicts map[*summary.Guard]bool
}

// An edge is a call from a context's node.
type edge struct {
	to       *context
	callback bool // called by another module's function: its results do not come back here
}

// A start is an entry point that was called.
type start struct {
	handler value
	at      *context
	node    summary.Ref
}

type objectKey struct {
	at     *context
	node   summary.Ref
	parent *object
	sub    string
}

type evaluator struct {
	pkgs     map[string]*summary.Package
	funcs    map[string]*summary.Func
	types    map[string]*summary.Type
	live     map[*summary.Func]bool // see findLive
	mayLive  map[*summary.Func]bool
	reads    map[*summary.Func]bool // functions that use package variables
	written  map[string]bool        // package variables that are assigned somewhere
	convs    []string
	points   entry.Points
	objects  map[objectKey]*object
	byType   map[string][]*object
	ctxs     map[contextKey]*context
	perFunc  map[*summary.Func]int
	nested   map[*summary.Func]int
	loading  map[loc]bool // loads in progress
	starts   []start
	round    int
	changed  bool // in this round
	version  int  // counts changes
	depth    int  // of calls
	hops     int  // of dispatch
	embedded int  // of dispatch to embedded interfaces
}

func newEvaluator(pkgs []*summary.Package, points entry.Points) *evaluator {
	e := &evaluator{pkgs: make(map[string]*summary.Package), funcs: make(map[string]*summary.Func),
		types: make(map[string]*summary.Type), points: points, objects: make(map[objectKey]*object), loading: make(map[loc]bool), live: make(map[*summary.Func]bool), mayLive: make(map[*summary.Func]bool), nested: make(map[*summary.Func]int), written: make(map[string]bool), reads: make(map[*summary.Func]bool),
		byType: make(map[string][]*object), ctxs: make(map[contextKey]*context), perFunc: make(map[*summary.Func]int)}
	for _, p := range pkgs {
		e.pkgs[p.Path] = p
		for _, f := range p.Funcs {
			e.funcs[f.ID] = f
		}
		for _, t := range p.Types {
			e.types[t.ID] = t
		}
		e.convs = append(e.convs, p.Convs...)
	}
	slices.Sort(e.convs)
	e.convs = slices.Compact(e.convs)
	e.findLive()
	return e
}

// touch notes that something changed that contexts depend on.
func (e *evaluator) touch() {
	e.changed = true
	e.version++
}

// object returns the object of a key, new on first sight.
func (e *evaluator) object(k objectKey, kind kind, fresh bool) *object {
	if o, ok := e.objects[k]; ok {
		return o
	}
	o := &object{id: len(e.objects), kind: kind, fresh: fresh, at: k.at, node: k.node}
	if k.parent != nil && k.at == nil {
		o.name = k.parent.name + ">"
	}
	e.objects[k] = o
	e.touch()
	return o
}

// Limits that keep evaluation finite on any program.
const (
	maxRounds   = 8
	maxPasses   = 4
	maxContexts = 24 // of one function; further calls share a context
	maxCalls    = 120
	maxNesting  = 2 // of one function in itself
)

// A contextKey identifies a context: arguments by a hash, so that looking one
// up is cheap.
type contextKey struct {
	fn     *summary.Func
	env    *object
	inv    bool
	args   uint64
	from   calls
	shared bool
}

// calls are the two calls that led to a context.
type calls [2]struct {
	fn *summary.Func
	at summary.Ref
}

// context returns the context for a call of fn. What a function returns is told
// apart by where it is called, so that two builders from one constructor differ.
func (e *evaluator) context(fn *summary.Func, env *object, args []value, inv bool, from calls) *context {
	args = fit(args, len(fn.Params))
	key := contextKey{fn: fn, env: env, inv: inv, args: hash(args)}
	if inv && len(fn.Results) > 0 {
		key.from = from
	}
	if c, ok := e.ctxs[key]; ok {
		return c
	}
	if e.perFunc[fn] >= maxContexts || e.nested[fn] >= maxNesting {
		return e.shared(fn, env, args, inv)
	}
	e.perFunc[fn]++
	c := &context{fn: fn, env: env, args: args, inv: inv, from: from, key: key}
	e.ctxs[key] = c
	return c
}

// A link is where a context calls another one.
type link struct {
	at  summary.Ref
	fn  *summary.Func
	env *object
	inv bool
}

// callee returns the context that a call leads to. While values still grow, a
// context that only this call leads to grows with them, rather than being
// replaced by a new one each time.
func (e *evaluator) callee(s *site, fn *summary.Func, env *object, args []value, inv bool, from calls) *context {
	l := link{s.at, fn, env, inv}
	args = fit(args, len(fn.Params))
	to := s.c.links[l]
	switch {
	case to != nil && covers(to.args, args) && (!to.key.shared || to.key.args == e.traits(args)):
		return to
	case to != nil && to.users == 1 && !to.key.shared:
		e.grow(to, args)
		return to
	case to != nil:
		to.users--
	}
	to = e.context(fn, env, args, inv, from)
	to.users++
	s.c.links[l] = to
	return to
}

// covers reports whether known arguments include others.
func covers(known, args []value) bool {
	for i, a := range args {
		if !same(join(known[i], a), known[i]) {
			return false
		}
	}
	return true
}

// grow adds to a context's arguments.
func (e *evaluator) grow(c *context, args []value) {
	for i, a := range args {
		c.args[i] = join(c.args[i], a)
	}
	delete(e.ctxs, c.key)
	c.key.args = hash(c.args)
	if _, taken := e.ctxs[c.key]; !taken {
		e.ctxs[c.key] = c
	}
	c.round = 0
	e.touch()
}

// shared returns the context that calls share once a function has too many. Event
// data is kept apart from other data there, too, and so is what persists (E1, G2).
func (e *evaluator) shared(fn *summary.Func, env *object, args []value, inv bool) *context {
	key := contextKey{fn: fn, env: env, inv: inv, args: e.traits(args), shared: true}
	c, ok := e.ctxs[key]
	if !ok {
		c = &context{fn: fn, env: env, args: make([]value, len(args)), inv: inv, key: key}
		e.ctxs[key] = c
	}
	for i, a := range args {
		if now := join(c.args[i], a); !same(now, c.args[i]) {
			c.args[i] = now
			e.touch()
		}
	}
	return c
}

// traits says which arguments hold event data, and which persist.
func (e *evaluator) traits(args []value) uint64 {
	var bits uint64
	for i, a := range args[:min(len(args), 32)] {
		if e.tainted(a) {
			bits |= 1 << (2 * i)
		}
		if e.kept(a) {
			bits |= 2 << (2 * i)
		}
	}
	return bits
}

func fit(args []value, n int) []value {
	out := make([]value, n)
	copy(out, args)
	return out
}

// hash is a hash of argument values.
func hash(args []value) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, a := range args {
		maphash.WriteComparable(&h, a.taint)
		for _, x := range a.atoms {
			maphash.WriteComparable(&h, x)
		}
	}
	return h.Sum64()
}

var seed = maphash.MakeSeed()

// run evaluates a context, at most once a round.
func (e *evaluator) run(c *context) {
	if c.active || c.round == e.round || e.depth > maxCalls {
		return
	}
	if c.vals != nil && c.since == e.version { // nothing has changed
		c.round = e.round
		return
	}
	c.round, c.active, c.since = e.round, true, e.version
	e.depth++
	e.nested[c.fn]++
	c.prepare()
	c.firstPass = true
	for range maxPasses {
		if changed := e.pass(c); !c.firstPass && !changed || !c.fn.Loops && len(c.fn.Guards) == 0 {
			break
		}
		c.firstPass = false
	}
	e.collectResults(c)
	e.depth--
	e.nested[c.fn]--
	c.active = false
}

// prepare forgets which calls an earlier round saw, not what they gave.
func (c *context) prepare() {
	if c.stores == nil {
		c.tuples = make(map[summary.Ref][]value)
		c.stores = make(map[loc]bool)
		c.loads = make(map[loc]bool)
		c.links = make(map[link]*context)
	}
	c.vals = make([]value, len(c.fn.Nodes))
	c.made = make(map[summary.Ref]*object)
	if len(c.fn.Guards) > 0 || c.broken == nil {
		c.broken = make(map[summary.Ref]string)
		c.saved = make(map[summary.Ref]string)
	}
}

// pass evaluates all nodes once and reports whether something changed.
func (e *evaluator) pass(c *context) bool {
	changed := false
	c.before, c.edges = last{c.edges, c.verdicts}, make(map[summary.Ref][]edge)
	clear(c.broken)
	clear(c.saved)
	if len(c.fn.Guards) > 0 {
		c.verdicts = make(map[*summary.Guard]bool)
	}
	for i := range c.fn.Nodes {
		v := e.node(c, summary.Ref(i), &c.fn.Nodes[i])
		now := join(c.vals[i], v)
		if !same(now, c.vals[i]) {
			c.vals[i] = now
			changed = true
		}
	}
	return changed
}

func (e *evaluator) collectResults(c *context) {
	if c.results == nil {
		c.results = make([]value, len(c.fn.Results))
	}
	for i, refs := range c.fn.Results {
		for _, r := range refs {
			now := join(c.results[i], c.val(r))
			if !same(now, c.results[i]) {
				c.results[i] = now
				e.touch()
			}
		}
	}
}

// val is the value of a node; constants have none.
func (c *context) val(r summary.Ref) value {
	if r < 0 {
		return value{}
	}
	return c.vals[r]
}

func (c *context) valsOf(refs []summary.Ref) []value {
	out := make([]value, len(refs))
	for i, r := range refs {
		out[i] = c.val(r)
	}
	return out
}
