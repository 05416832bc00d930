package reach

import (
	"github.com/lambdainit/lambdainit/internal/summary"
)

// An object is something allocated: a variable, a struct, a closure, a
// construction, or something of which only the existence is known.
type object struct {
	id      int
	kind    kind
	fresh   bool // created during an invocation; others are persistent storage
	taint   bool // holds event data throughout
	reaches bool // event data is in it, or in what it refers to
	leads   bool // a construction is in it, or in what it refers to
	typ     string
	fn      *summary.Func // closure
	calls   []callee      // closure; see callees
	global  string        // package variable
	name    string        // bound method, external function
	conv    []string      // bound through an interface: its method keys
	made    *summary.Made // product, external function
	whole   place
	fields  []*place        // where something is stored, by path
	methods map[string]bool // of external interfaces it was converted to

	parent     *object   // of which this is a part of unknown contents
	nested     int       // parents
	from       []*object // what another module made this from
	byName     bool      // an engine calls its methods
	oneUse     bool      // what another module made for one use; see entry.OneUse
	handles    bool      // registered with another module, to be called for each message
	perRequest bool      // a middleware that its router applies on every request
	holders    []*object // that refer to this one
	runs       []atom    // what other modules may run through it
	given      value     // functions and handlers that it was given to keep; see give

	at   *context // product: where it was built
	node summary.Ref

	readers *readers
	seenBy  int // the evaluation that read it last
	changed int // version of the last change
}

// part returns the place at a path, "" for the whole object.
func (o *object) part(path string) *place { return o.whole.at(path) }

// get returns what is stored in a field, or for "" in the whole object.
func (o *object) get(path string) value {
	if path == "" {
		return o.whole.get()
	}
	return o.whole.content(path)
}

// all returns the places of an object where something is stored, by path.
func (o *object) all() []*place {
	o.seen()
	return o.fields
}

// tainted reports whether an object holds event data throughout.
func (o *object) tainted() bool {
	o.seen()
	return o.taint
}

// reachesEvent reports whether event data is in an object or in what it refers
// to, through however many others.
func (o *object) reachesEvent() bool {
	o.seen()
	return o.reaches
}

// nowLeads notes that a construction can be reached from an object, and so from
// those that refer to it.
func nowLeads(o *object) {
	if o.leads {
		return
	}
	o.leads = true
	for _, h := range o.holders {
		nowLeads(h)
	}
}

// runnable returns what other modules may run through an object.
func (o *object) runnable() []atom {
	o.seen()
	return o.runs
}

// converted reports whether an object was converted to an interface of another module.
func (o *object) converted() bool {
	o.seen()
	return len(o.methods) > 0
}

// converts reports whether one of those interfaces has the method with a key.
func (o *object) converts(key string) bool {
	o.seen()
	return o.methods[key]
}

// readers notes what an evaluation depends on: it need not be done again until
// that has changed.
type readers struct {
	ctx  *context // being evaluated, or nil
	mark int      // of the evaluation
	last int      // mark
}

// A read is an object as it was when an evaluation first read it.
type read struct {
	obj     *object
	changed int
}

func (r read) outdated() bool { return r.obj.changed != r.changed }

// A called is a context as it was when an evaluation first called it.
type called struct {
	ctx            *context
	changed, below int
}

func (c called) outdated(deep bool) bool {
	return c.ctx.changed != c.changed || deep && c.ctx.below != c.below
}

// seen notes that the context being evaluated depends on an object.
func (o *object) seen() {
	r := o.readers
	if r.ctx == nil || o.seenBy == r.mark {
		return
	}
	o.seenBy = r.mark
	r.ctx.reads = append(r.ctx.reads, read{o, o.changed})
}

// calls notes that the context being evaluated depends on another one.
func (r *readers) calls(to *context) {
	if r.ctx == nil || to.calledBy == r.mark {
		return
	}
	to.calledBy = r.mark
	r.ctx.callees = append(r.ctx.callees, called{to, to.changed, to.below})
}

// enter begins the evaluation of a context; the result ends it.
func (r *readers) enter(c *context) (leave func()) {
	outer := *r
	r.ctx = c
	return func() { r.ctx, r.mark = outer.ctx, outer.mark }
}

// restart forgets what the evaluation depended on so far.
func (r *readers) restart() {
	r.last++
	r.mark = r.last
	r.ctx.reads, r.ctx.callees = r.ctx.reads[:0], r.ctx.callees[:0]
}

// changes notes a change of an object.
func (e *evaluator) changes(o *object) {
	e.touch()
	o.changed = e.version
}

// taintAll marks an object as holding event data throughout.
func (e *evaluator) taintAll(o *object) {
	if !o.taint {
		o.taint = true
		e.changes(o)
		e.nowReaches(o)
	}
}

// nowReaches notes that event data can be reached from an object, and so from
// those that refer to it.
func (e *evaluator) nowReaches(o *object) {
	if o.reaches {
		return
	}
	o.reaches = true
	e.changes(o)
	for _, h := range o.holders {
		if h.kind != product && h.kind != foreign {
			e.nowReaches(h)
		}
	}
}

// keepForGood makes persistent storage of an object that looked like the
// invocation's, on which many judgements may rest already.
func (e *evaluator) keepForGood(o *object) {
	if o.fresh {
		o.fresh = false
		e.changes(o)
		e.epoch = e.version
	}
}

type kind uint8

const (
	plain   kind = iota // allocated by the module: contents are known
	opaque              // comes from elsewhere: contents are unknown
	product             // a construction of the catalogue
	closure             // a function of the module, with its captured variables
	bound               // a method value
	foreign             // a function of another module
	onceFn              // what sync.OnceFunc and its like return
)

// held is the pseudo field for what an object of another module may hold.
const held = "*"

// elem is the pseudo field for elements of maps, slices, arrays and channels.
const elem = "[]"
