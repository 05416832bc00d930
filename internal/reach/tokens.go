package reach

import (
	"slices"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// takesLast reports whether what runs with a token from a channel soon runs no
// more: the channel outlives the invocation, and what is in it was sent before,
// one by one (G2). A closed channel gives something each time.
func (e *evaluator) takesLast(c *context, g *summary.Guard) bool {
	tested := e.tested(c, g)
	for l := range tested {
		l.obj.seen()
		l.tokens = true
		if l.obj.kind != plain || l.obj.fresh || len(l.storers) == 0 || slices.ContainsFunc(l.storers, func(s *context) bool { return s.refills(l) }) {
			return false
		}
	}
	return len(tested) > 0
}

// refills reports whether a context may send to a channel again and again.
func (c *context) refills(l *place) bool {
	return c.inv || slices.ContainsFunc(c.fn.Nodes, func(n summary.Node) bool {
		return n.Op == summary.OpStore && (n.Cond || n.T == "close") &&
			slices.ContainsFunc(c.val(n.X[0]).atoms, func(a atom) bool { return placeOf(&n, a) == l })
	})
}
