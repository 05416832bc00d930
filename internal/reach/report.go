package reach

import (
	"cmp"
	"slices"

	"github.com/lambdainit/lambdainit/internal/report"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// report walks from each handler along the calls that run per invocation and
// collects the calls to move, each once (P4).
func (p *program) report(roots []*root) *report.Result {
	p.keepPrivate()
	w := &walk{program: p, lift: newLifting(p.evaluator, roots),
		calls: make(map[report.Position]*found), notes: make(map[report.Note]bool), result: &report.Result{}, ignores: newIgnores(p.pkgs)}
	for _, r := range roots {
		w.from(r)
	}
	w.finish()
	return w.result
}

// A found is a call to move, before it is put into words.
type found struct {
	fn       *summary.Func
	node     *summary.Node
	builds   []*object // what it returns
	inside   []*object // what is built in it besides
	handlers []report.Site
	way      []step
	broken   string
	keyed    bool
	always   bool // some way has no condition on it
}

// A step is a place on the way from an entry point to a construction.
type step struct {
	pkg  string
	site report.Site
}

type walk struct {
	*program
	lift    *lifting
	calls   map[report.Position]*found
	notes   map[report.Note]bool
	result  *report.Result
	ignores *ignores
	callers map[*context][]visit // see callersOnce
}

// A visit is a context on the way, with the visit that led to it.
type visit struct {
	ctx  *context
	from *visit
	at   summary.Ref
	with *found // the call on the way that moves all that is built here, or nil (P1)
}

// from walks breadth first, so that ways are short.
func (w *walk) from(r *root) {
	head, handler := w.head(r)
	if w.ignores.covers(r.registration()) {
		return
	}
	if r.ctx.fn.Pkg == w.own.Path || r.start != nil {
		w.addHandler(handler)
	}
	todo := []*visit{{ctx: r.ctx}}
	type way struct {
		to   *context
		with *found
	}
	seen := map[way]bool{{to: r.ctx}: true}
	for len(todo) > 0 {
		v := todo[0]
		todo = todo[1:]
		for i := range v.ctx.fn.Nodes {
			at := summary.Ref(i)
			call := w.collect(v, at, head, handler)
			for _, e := range v.ctx.edges[at] {
				to := way{e.to, w.movesWith(v, e, call)}
				if e.to.inv && !seen[to] && !w.skips(v.ctx, at) {
					seen[to] = true
					todo = append(todo, &visit{e.to, v, at, to.with})
				}
			}
		}
	}
}

// skips reports whether an annotation silences the way through a node (S1).
func (w *walk) skips(c *context, at summary.Ref) bool {
	return w.ignores.covers(c.fn.Pkg, c.fn.Nodes[at].Pos)
}

func (r *root) registration() (string, summary.Pos) {
	if r.start == nil {
		return r.ctx.fn.Pkg, r.ctx.fn.Pos
	}
	return r.start.at.fn.Pkg, r.start.at.fn.Nodes[r.start.node].Pos
}

// head returns the first steps of a handler's way: registration and handler.
func (w *walk) head(r *root) ([]step, report.Site) {
	fn := r.ctx.fn
	handler := report.Site{Pos: w.position(fn.Pkg, fn.Pos), What: fn.Name}
	var head []step
	if r.start != nil {
		n := &r.start.at.fn.Nodes[r.start.node]
		at := r.start.at.fn
		head = append(w.leading(r.start.at), step{at.Pkg, report.Site{Pos: w.position(at.Pkg, n.Pos), What: "registered here"}})
	}
	return append(head, step{fn.Pkg, report.Site{Pos: handler.Pos, What: "handler " + handler.What}}), handler
}

func (w *walk) addHandler(h report.Site) {
	if !slices.Contains(w.result.Handlers, h) {
		w.result.Handlers = append(w.result.Handlers, h)
	}
}

func (e *evaluator) position(pkg string, p summary.Pos) report.Position {
	s := e.pkgs[pkg]
	if s == nil || !p.IsValid() {
		return report.Position{}
	}
	return report.Position{File: s.Files[p.F], Line: int(p.L), Col: int(p.C)}
}

// collect notes what a node builds that is not handed on to the caller. It
// returns the call to move, if the node is one.
func (w *walk) collect(v *visit, at summary.Ref, head []step, handler report.Site) *found {
	c := v.ctx
	made := w.lift.at(c, at)
	if w.opts.Notes {
		w.noteSaved(c, at)
	}
	if len(made) == 0 || c.fn.Generated || w.skips(c, at) {
		return nil
	}
	builds := w.toMove(v, at, made)
	keyed := slices.ContainsFunc(builds, (*object).tainted)
	switch {
	case len(builds) == 0:
		return nil
	case v.with != nil && !keyed && w.brokenAt(v, at, builds) == "":
		v.with.inside = append(v.with.inside, builds...)
		return nil
	}
	return w.add(v, at, builds, head, handler, keyed)
}

// toMove returns what a node makes that has to move here.
func (w *walk) toMove(v *visit, at summary.Ref, made []*object) []*object {
	var builds []*object
	for _, o := range made {
		switch {
		case !w.opts.Report(o.made) || w.ignored(o):
		case o.tainted() && !w.opts.Keyed:
			w.noteEvent(o)
		case !w.lift.here(v.ctx, at, o) || !o.tainted() && w.lift.lifts(v, o):
		default:
			builds = append(builds, o)
		}
	}
	return builds
}

// ignored reports whether an annotation stands on a construction (S1).
func (w *walk) ignored(o *object) bool { return w.skips(o.at, o.node) }

func (w *walk) note(o *object, why, by string) {
	n := report.Note{Pos: w.position(o.at.fn.Pkg, o.at.fn.Nodes[o.node].Pos), What: o.made.Name, Why: why, By: by}
	if !w.notes[n] {
		w.notes[n] = true
		w.result.Notes = append(w.result.Notes, n)
	}
}

// noteEvent says by what a construction depends on the event (E1).
func (w *walk) noteEvent(o *object) {
	if !w.opts.Notes {
		return
	}
	if by := w.dependence(o); by != "" {
		w.note(o, "depends on the event, by", by)
	} else {
		w.note(o, "depends on the event", "")
	}
}

// noteSaved says which constructions a guard of this node saves.
func (w *walk) noteSaved(c *context, at summary.Ref) {
	by := c.saved[at]
	if by == "" {
		return
	}
	if o := c.made[at]; o != nil && !o.fresh && w.opts.Report(o.made) {
		w.note(o, "built once, saved by", by)
	}
	seen := make(map[*context]bool)
	var visit func(c *context)
	visit = func(c *context) {
		if seen[c] || c.inv {
			return
		}
		seen[c] = true
		for i := range c.fn.Nodes {
			if o := c.made[summary.Ref(i)]; o != nil && w.opts.Report(o.made) {
				w.note(o, "built once, saved by", by)
			}
			for _, e := range c.edges[summary.Ref(i)] {
				visit(e.to)
			}
		}
	}
	for _, e := range c.edges[at] {
		visit(e.to)
	}
}

func (w *walk) add(v *visit, at summary.Ref, builds []*object, head []step, handler report.Site, keyed bool) *found {
	c := v.ctx
	n := &c.fn.Nodes[at]
	pos := w.position(c.fn.Pkg, n.Pos)
	f := w.calls[pos]
	if f == nil {
		f = &found{fn: c.fn, node: n, keyed: keyed, way: append(slices.Clone(head), w.steps(v)...)}
		w.calls[pos] = f
	}
	f.keyed = f.keyed && keyed
	f.always = f.always || always(v)
	f.builds = append(f.builds, builds...)
	if !slices.Contains(f.handlers, handler) {
		f.handlers = append(f.handlers, handler)
	}
	if f.broken == "" {
		f.broken = w.brokenAt(v, at, builds)
	}
	return f
}

// always reports whether no call that leads to a visit's context stands under a
// condition or in a loop.
func always(v *visit) bool {
	for ; v.from != nil; v = v.from {
		if v.from.ctx.fn.Nodes[v.at].Cond {
			return false
		}
	}
	return true
}

// brokenAt returns what is wrong with the guard of a call to move, of a call
// between it and what it builds, or of a call on the way to it (G4). What moves
// with another call has its way from there.
func (w *walk) brokenAt(v *visit, at summary.Ref, builds []*object) string {
	seen := make(map[*context]bool)
	for _, b := range builds {
		if why := w.brokenBelow(v.ctx, at, b, seen); why != "" {
			return why
		}
	}
	for ; v.from != nil && v.from.with == v.with; v = v.from {
		if why := w.explain(v.from.ctx, v.at); why != "" {
			return why
		}
	}
	return ""
}

// brokenBelow looks for a broken guard between a call and what it builds.
func (w *walk) brokenBelow(c *context, at summary.Ref, b *object, seen map[*context]bool) string {
	if c == b.at && at == b.node || slices.Contains(w.lift.at(c, at), b) {
		if why := w.explain(c, at); why != "" {
			return why
		}
	}
	for _, e := range c.edges[at] {
		if seen[e.to] {
			continue
		}
		seen[e.to] = true
		for i := range e.to.fn.Nodes {
			if at := summary.Ref(i); slices.Contains(w.lift.at(e.to, at), b) {
				if why := w.brokenBelow(e.to, at, b, seen); why != "" {
					return why
				}
			}
		}
	}
	return ""
}

// steps returns the calls that lead to a visit's context.
func (w *walk) steps(v *visit) []step {
	var out []step
	for ; v.from != nil; v = v.from {
		fn := v.from.ctx.fn
		out = append(out, step{fn.Pkg, report.Site{Pos: w.position(fn.Pkg, fn.Nodes[v.at].Pos), What: "calls " + v.ctx.fn.Name}})
	}
	slices.Reverse(out)
	return out
}

// finish puts what was found into words, in the order of the source.
func (w *walk) finish() {
	for pos, f := range w.calls {
		if finding := w.finding(pos, f); finding != nil {
			w.result.Findings = append(w.result.Findings, finding)
		}
	}
	if w.opts.Notes {
		for _, i := range w.ignores.unused(w.own) {
			w.result.Notes = append(w.result.Notes, report.Note{Pos: w.position(w.own.Path, i.At), What: "//lambdainit:ignore", Why: "silences nothing"})
		}
	}
	slices.SortFunc(w.result.Findings, func(a, b *report.Finding) int {
		return cmp.Or(comparePos(a.Pos, b.Pos), cmp.Compare(a.At, b.At), comparePos(a.Builds[0].Pos, b.Builds[0].Pos), cmp.Compare(a.Message, b.Message))
	})
	slices.SortFunc(w.result.Notes, func(a, b report.Note) int { return comparePos(a.Pos, b.Pos) })
}

func comparePos(a, b report.Position) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
}
