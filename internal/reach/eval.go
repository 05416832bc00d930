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
	"maps"
	"slices"

	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// A context is a function evaluated for given arguments, once or per invocation.
type context struct {
	fn      *summary.Func
	inv     bool // runs per invocation
	args    []value
	env     *object // closure whose variables fn captures
	from    calls
	key     contextKey
	users   int               // calls that lead here
	callers []*context        // that have called it
	links   map[link]*context // the calls of this context

	vals    []value
	tuples  map[summary.Ref][]value
	results []value
	edges   map[summary.Ref][]edge
	before  last // for judging guards
	made    map[summary.Ref]*object
	stores  map[*place]bool
	loads   map[*place]bool        // of functions that only look
	broken  map[summary.Ref]string // why a guard of a node does not hold (G4)
	saved   map[summary.Ref]string // which guard of a node holds

	verdicts map[*summary.Guard]bool // which guards hold

	firstPass bool // of this round
	doubtful  bool // a guard may hold, as far as the first pass could say

	back      []summary.Ref // parameters whose storage the caller fills; see back
	unguarded bool          // what should save it from running each time is broken (G4)

	round    int
	active   bool
	stale    bool     // has to be evaluated again, whatever changed
	since    int      // version at the last evaluation
	reads    []read   // by the last evaluation
	callees  []called // of the last evaluation
	calledBy int      // the evaluation that called it last
	changed  int      // version of the last change that callers can see
	below    int      // that of the callees too
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
	at   *context
	node summary.Ref
	sub  string
}

type evaluator struct {
	pkgs     map[string]*summary.Package
	funcs    map[string]*summary.Func
	types    map[string]*summary.Type
	live     map[*summary.Func]bool // see findLive
	mayLive  map[*summary.Func]bool
	reads    map[*summary.Func]bool // functions that use package variables
	wires    map[*summary.Func]bool // functions that put objects with methods into them
	written  map[string]bool        // package variables that are assigned somewhere
	convs    []string
	impls    map[string][]*summary.Type // see implementations
	points   entry.Points
	library  bool // what is analysed has no main
	objects  map[objectKey]*object
	lastID   int
	readers  *readers
	byType   map[string][]*object
	ctxs     map[contextKey]*context
	perFunc  map[*summary.Func]int
	nested   map[*summary.Func]int
	loading  []*place                                          // loads in progress
	stores   map[*summary.Func]map[*summary.Node][]summary.Ref // see resultStores
	starts   []start
	round    int
	changed  bool // in this round
	version  int  // counts changes
	epoch    int  // version from which on all has to be evaluated again
	depth    int  // of calls
	visit    int  // of objects and places; see elements, persists
	steps    int  // of the evaluation so far; see maxSteps
	hops     int  // of dispatch
	embedded int  // of dispatch to embedded interfaces
}

func newEvaluator(pkgs []*summary.Package, points entry.Points) *evaluator {
	e := &evaluator{
		points:  points,
		pkgs:    make(map[string]*summary.Package),
		funcs:   make(map[string]*summary.Func),
		types:   make(map[string]*summary.Type),
		impls:   make(map[string][]*summary.Type),
		live:    make(map[*summary.Func]bool),
		mayLive: make(map[*summary.Func]bool),
		reads:   make(map[*summary.Func]bool),
		wires:   make(map[*summary.Func]bool),
		written: make(map[string]bool),
		objects: make(map[objectKey]*object),
		readers: new(readers),
		byType:  make(map[string][]*object),
		ctxs:    make(map[contextKey]*context),
		perFunc: make(map[*summary.Func]int),
		nested:  make(map[*summary.Func]int),
		stores:  make(map[*summary.Func]map[*summary.Node][]summary.Ref),
	}
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
	o := e.newObject(kind, fresh)
	o.at, o.node = k.at, k.node
	e.objects[k] = o
	return o
}

func (e *evaluator) newObject(kind kind, fresh bool) *object {
	e.lastID++
	o := &object{id: e.lastID, kind: kind, fresh: fresh, readers: e.readers}
	o.whole.obj = o
	e.touch()
	return o
}

// Limits that keep evaluation finite on any program.
const (
	maxRounds   = 8
	maxPasses   = 4
	maxContexts = 24   // of one function; further calls share a context
	minContexts = 3    // of a large one
	maxNodes    = 1500 // of all contexts of one function together
	maxCalls    = 120
	maxNesting  = 2          // of one function in itself
	maxLook     = 24         // nodes of a predicate
	maxSteps    = 60_000_000 // of evaluation, after which nothing is evaluated again
)

// run evaluates a context, at most once a round, and only if something has
// changed that it depends on.
func (e *evaluator) run(c *context) {
	defer e.readers.calls(c)
	if c.active || c.round == e.round || e.depth > maxCalls {
		return
	}
	c.active = true
	e.depth++
	if c.vals == nil || e.steps < maxSteps && e.outdated(c) {
		e.evaluate(c)
	}
	e.depth--
	c.round, c.active = e.round, false
	c.below = c.changed
	for _, to := range c.callees {
		c.below = max(c.below, to.ctx.below)
	}
}

// outdated brings what a context calls up to date and reports whether its last
// evaluation no longer holds. Guards look deeper than a call's results.
func (e *evaluator) outdated(c *context) bool {
	if c.stale || c.since < e.epoch {
		return true
	}
	if slices.ContainsFunc(c.reads, read.outdated) {
		return true
	}
	defer e.readers.enter(nil)()
	return slices.ContainsFunc(c.callees, func(to called) bool {
		e.run(to.ctx)
		return to.outdated(c.doubtful)
	})
}

// evaluate evaluates a context's body until its values no longer change.
func (e *evaluator) evaluate(c *context) {
	defer e.readers.enter(c)()
	e.nested[c.fn]++
	old := c.visible()
	c.prepare()
	c.since, c.stale, c.firstPass, c.doubtful = e.version, false, true, false
	for range maxPasses {
		e.readers.restart()
		if changed := e.pass(c); !c.firstPass && !changed || !c.fn.Loops && !c.doubtful {
			break
		}
		c.firstPass = false
	}
	e.collectResults(c)
	e.nested[c.fn]--
	if !old.equals(c.visible()) {
		e.version++
		c.changed = e.version
	}
}

// visible is what callers and their guards can see of an evaluation.
type visible struct {
	vals                 []value
	edges                map[summary.Ref][]edge
	stores, loads, known int
}

func (c *context) visible() visible {
	v := visible{vals: c.vals, edges: c.edges, stores: len(c.stores), loads: len(c.loads)}
	for _, r := range c.results {
		v.known += len(r.atoms)
		if r.taint {
			v.known++
		}
	}
	return v
}

func (v visible) equals(w visible) bool {
	return v.stores == w.stores && v.loads == w.loads && v.known == w.known &&
		slices.EqualFunc(v.vals, w.vals, func(a, b value) bool { return a.taint == b.taint && slices.Equal(a.atoms, b.atoms) }) &&
		maps.EqualFunc(v.edges, w.edges, slices.Equal[[]edge])
}

// prepare forgets which calls an earlier round saw, not what they gave.
func (c *context) prepare() {
	if c.loads == nil && len(c.fn.Nodes) <= maxLook {
		c.loads = make(map[*place]bool)
	}
	c.vals = make([]value, len(c.fn.Nodes))
	c.made = nil
}

// set sets what a map has for a key; many contexts need no map.
func set[K comparable, V any](m *map[K]V, k K, v V) {
	if *m == nil {
		*m = make(map[K]V)
	}
	(*m)[k] = v
}

// pass evaluates all nodes once and reports whether something changed.
func (e *evaluator) pass(c *context) bool {
	changed := false
	c.before = last{c.edges, c.verdicts}
	c.edges, c.verdicts, c.broken, c.saved = nil, nil, nil, nil
	e.steps += len(c.fn.Nodes)
	for i := range c.fn.Nodes {
		v := e.nodeValue(c, summary.Ref(i), &c.fn.Nodes[i])
		e.steps += len(v.atoms)
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
