package reach

import (
	"slices"
	"strconv"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// A nodeOf is a node in a context.
type nodeOf struct {
	ctx *context
	at  summary.Ref
}

// givenMoment reports whether a call's arguments are something else each time:
// the time, random or unique values. Made once, the call would have the first
// invocation's for good, so what it builds moves inside of it (P1).
func (l *lifting) givenMoment(c *context, at summary.Ref) bool {
	yes := l.anyGiven(c, at)
	l.settle(yes)
	return yes
}

func (l *lifting) anyGiven(c *context, at summary.Ref) bool {
	call := c.fn.Nodes[at].Call
	if call == nil {
		return false
	}
	for i, r := range c.fn.Nodes[at].X {
		if (i > 0 || !call.Recv && call.How != summary.Dynamic) && !isContextArg(call, i) && l.momentary(c, r) {
			return true
		}
	}
	return false
}

func isContextArg(call *summary.Call, i int) bool { return i < 64 && call.Ctx&(1<<i) != 0 }

// momentary reports whether a node's value is computed from such values, or
// holds one. What was built of them is not told by them.
func (l *lifting) momentary(c *context, at summary.Ref) bool {
	if at < 0 {
		return false
	}
	key := nodeOf{c, at}
	known, ok := l.moments[key]
	if !ok {
		l.moments[key] = false // for now: each node on the way is looked at once
		l.asking = append(l.asking, key)
		known = l.isMoment(c, at, &c.fn.Nodes[at])
		l.moments[key] = known
	}
	return known
}

// settle ends a question: where the answer is yes, nodes that were looked at on the
// way may not have had theirs yet.
func (l *lifting) settle(yes bool) {
	for _, key := range l.asking {
		if yes && !l.moments[key] {
			delete(l.moments, key)
		}
	}
	l.asking = l.asking[:0]
}

func (l *lifting) isMoment(c *context, at summary.Ref, n *summary.Node) bool {
	switch n.Op {
	case summary.OpTaint:
		return n.S == summary.Moment || n.S == "" && l.anyMoment(c, n.X)
	case summary.OpJoin, summary.OpIface, summary.OpField, summary.OpElem:
		return l.anyMoment(c, n.X)
	case summary.OpStore:
		return l.momentary(c, n.X[1])
	case summary.OpAlloc:
		return n.Made == nil && l.anyMoment(c, c.fn.StoredIn(at))
	case summary.OpLoad:
		return l.anyMoment(c, n.X[1:]) || l.momentary(c, c.fn.Base(n.X[0]))
	case summary.OpExtract:
		i, err := strconv.Atoi(n.S)
		return err == nil && l.momentResult(c, n.X[0], i)
	case summary.OpCall:
		return l.momentResult(c, at, 0)
	case summary.OpParam:
		return l.momentParam(c, int(at))
	}
	return false
}

func (l *lifting) anyMoment(c *context, refs []summary.Ref) bool {
	return slices.ContainsFunc(refs, func(r summary.Ref) bool { return l.momentary(c, r) })
}

// momentResult asks of a call's result: what the module's functions return, and
// of others, whether they make such values or are given them.
func (l *lifting) momentResult(c *context, at summary.Ref, i int) bool {
	n := &c.fn.Nodes[at]
	switch {
	case n.Op != summary.OpCall:
		return l.momentary(c, at)
	case n.Made != nil || n.Call.ToCtx || l.builtOnce(c, at):
		return false
	case n.Call.Moment:
		return true
	case len(c.edges[at]) == 0:
		return n.Call.Pkg != "math/rand" && n.Call.Pkg != "math/rand/v2" && l.anyGiven(c, at)
	}
	return slices.ContainsFunc(c.edges[at], func(e edge) bool {
		return !e.callback && i < len(e.to.fn.Results) && l.anyMoment(e.to, e.to.fn.Results[i])
	})
}

// builtOnce reports whether a call builds what it returns, and of nothing momentary:
// then it has to be made once itself.
func (l *lifting) builtOnce(c *context, at summary.Ref) bool {
	return slices.ContainsFunc(c.tuples[at], func(v value) bool {
		return slices.ContainsFunc(v.atoms, func(a atom) bool { return a.obj.leads })
	}) && !l.anyGiven(c, at)
}

// momentParam asks of a parameter: what the callers pass.
func (l *lifting) momentParam(c *context, param int) bool {
	return slices.ContainsFunc(l.callers[c], func(by *context) bool {
		for at, edges := range by.edges {
			n := &by.fn.Nodes[at]
			if n.Call == nil || n.Call.How == summary.Dynamic || len(n.X) != len(c.fn.Params) {
				continue
			}
			if slices.Contains(edges, edge{c, false}) && l.momentary(by, n.X[param]) {
				return true
			}
		}
		return false
	})
}
