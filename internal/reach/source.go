package reach

import (
	"strings"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// dependence says by what a construction depends on the event, or "" (E1).
func (e *evaluator) dependence(o *object) string {
	s := &sources{evaluator: e, ctx: o.at, seen: make(map[summary.Ref]bool)}
	n := &o.at.fn.Nodes[o.node]
	by := s.ofAny(n.X)
	if by == "" && n.Op == summary.OpAlloc {
		by = s.ofStores(o.node)
	}
	return by
}

// sources looks in one function for what brings event data to a node.
type sources struct {
	*evaluator
	ctx  *context
	seen map[summary.Ref]bool
}

// ofAny names the source of the first of the nodes that holds event data, or "".
func (s *sources) ofAny(nodes []summary.Ref) string {
	for _, r := range nodes {
		if r < 0 || s.seen[r] || !s.tainted(s.ctx.val(r)) && s.ctx.fn.Nodes[r].Op != summary.OpClosure {
			continue
		}
		s.seen[r] = true
		if by := s.of(r); by != "" {
			return by
		}
	}
	return ""
}

func (s *sources) of(r summary.Ref) string {
	n := &s.ctx.fn.Nodes[r]
	switch n.Op {
	case summary.OpParam:
		return s.parameter(int(r))
	case summary.OpFree:
		return "a variable of the function around it"
	case summary.OpAlloc:
		return s.ofStores(r)
	case summary.OpCall:
		if by := s.ofAny(n.X); by != "" {
			return by
		}
		return s.called(n.Call)
	}
	return s.ofAny(n.X)
}

func (s *sources) parameter(i int) string {
	switch name := s.ctx.fn.Params[i].Name; {
	case i == 0 && s.ctx.fn.Recv:
		return "the receiver"
	case name == "" || name == "_":
		return ""
	default:
		return "parameter " + name
	}
}

// called names what a call gives that takes no event data.
func (s *sources) called(call *summary.Call) string {
	if call.Name == "" {
		return ""
	}
	return "what " + call.Name[strings.LastIndexAny(call.Name, "./")+1:] + " returns"
}

// ofStores names the source of what is stored into a variable.
func (s *sources) ofStores(variable summary.Ref) string {
	for i := range s.ctx.fn.Nodes {
		n := &s.ctx.fn.Nodes[i]
		if n.Op != summary.OpStore || s.base(n.X[0]) != variable {
			continue
		}
		if by := s.ofAny(n.X[1:2]); by != "" {
			return by
		}
	}
	return ""
}

// base returns the variable into which an address points.
func (s *sources) base(r summary.Ref) summary.Ref {
	for r >= 0 {
		n := &s.ctx.fn.Nodes[r]
		if n.Op != summary.OpFieldAddr && n.Op != summary.OpElemAddr {
			break
		}
		r = n.X[0]
	}
	return r
}
