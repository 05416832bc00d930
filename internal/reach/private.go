package reach

import (
	"slices"

	"github.com/lambdainit/lambdainit/internal/catalog"
)

// keepPrivate marks caches in memory that belong to an event's own object, such as
// what was looked up with one user's token: one for all would mix their data, so
// they depend on the event (E1).
func (e *evaluator) keepPrivate() {
	for _, c := range e.ctxs {
		for _, o := range c.made {
			if o.made.Kind == "cache" && o.fresh && !o.tainted() && slices.ContainsFunc(o.holders, func(h *object) bool { return e.private(h, o) }) &&
				catalog.CostOf(o.made.Kind, o.made.Full).LosesContents() {
				e.taintAll(o)
			}
		}
	}
}

// private reports whether an object of the invocation that holds a construction
// holds event data besides.
func (e *evaluator) private(holder, made *object) bool {
	return holder.kind == plain && holder.fresh && slices.ContainsFunc(holder.all(), func(p *place) bool {
		return !slices.ContainsFunc(p.val.atoms, func(a atom) bool { return a.obj == made }) && e.tainted(p.val)
	})
}
