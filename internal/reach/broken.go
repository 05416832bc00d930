package reach

import (
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// explain says what is wrong with a guard of a node that looks meant but does
// not hold (G4), or "".
func (e *evaluator) explain(c *context, at summary.Ref) string {
	n := &c.fn.Nodes[at]
	if why := c.broken[at]; why != "" {
		return why
	}
	c.before = last{c.edges, c.verdicts}
	for _, i := range n.Guards {
		g := &c.fn.Guards[i]
		if why := e.wrong(c, g); why != "" {
			return why + " (" + e.place(c.fn, g.Pos) + ")"
		}
	}
	if n.Local != "" {
		return n.Local + ", which is tested, is a local variable: it is created during the invocation"
	}
	return ""
}

// callsTested reports whether a guard asks whether there is something to call, as
// in a table of handlers: what it tests is called under it.
func (e *evaluator) callsTested(c *context, g *summary.Guard, tested map[*place]bool) bool {
	return slices.ContainsFunc(g.Under, func(r summary.Ref) bool {
		n := &c.fn.Nodes[r]
		if n.Call == nil || n.Call.How == summary.Static {
			return false
		}
		called := make(map[*place]bool)
		e.read(c, n.X[0], called, 0)
		for l := range called {
			if tested[l] {
				return true
			}
		}
		return false
	})
}

// wrong says in words why a guard does not hold, or "". A test of something
// that no construction is kept in was meant for something else.
func (e *evaluator) wrong(c *context, g *summary.Guard) string {
	switch tested := e.tested(c, g); {
	case c.returns(tested): // a default in what it makes
		return ""
	case g.Inverted && e.callsTested(c, g, tested):
		return ""
	case g.Reset && e.keptAll(tested) && e.keepsProduct(tested):
		return g.What + " is emptied by the same function each time"
	case !e.assigned(c, g, tested):
		return e.unassigned(c, g, tested)
	case e.keepsProduct(tested) || e.besideProduct(g, tested) || besideCaptured(c, g):
		return e.wrongThough(g, tested)
	}
	return ""
}

// returns reports whether places are parts of what a context makes and returns.
func (c *context) returns(places map[*place]bool) bool {
	for l := range places {
		if l.obj.at != c || !slices.ContainsFunc(c.results, func(v value) bool {
			return slices.ContainsFunc(v.atoms, func(a atom) bool { return a.obj == l.obj })
		}) {
			return false
		}
	}
	return len(places) > 0
}

// unassigned says what is wrong with a guard that tests what is not assigned
// under it, or "".
func (e *evaluator) unassigned(c *context, g *summary.Guard, tested map[*place]bool) string {
	switch {
	case g.Inverted || len(tested) == 0 && !g.Shadowed:
		return ""
	case g.ByValue && (e.builds(c, g) || setsFlag(c, g)):
		return g.What + " is a field of a value receiver: the assignment is lost when the method returns"
	case g.Shadowed && e.builds(c, g):
		return "the := under the test declares a new " + g.What + " that shadows the tested one, which is never assigned"
	case !e.keptAll(tested) || !e.builds(c, g) && !e.neverSet(g, tested):
		return ""
	case e.assignedElsewhere(tested):
		return seen(g.What) + " is tested, but what is built is not stored in it"
	}
	return seen(g.What) + " is tested but never assigned"
}

// holds names what a test reads from.
func holds(what string) string {
	if strings.HasSuffix(what, "()") {
		return what + " reads"
	}
	return "holds " + orThat(what)
}

// seen names what a test reads, be it through a function.
func seen(what string) string {
	if strings.HasSuffix(what, "()") {
		return "what " + what + " reads"
	}
	return what
}

// assignedElsewhere reports whether the module assigns one of the places, if
// not under the test.
func (e *evaluator) assignedElsewhere(places map[*place]bool) bool {
	for l := range places {
		if l.obj.global != "" && e.written[l.obj.global] || len(l.get().atoms) > 0 {
			return true
		}
	}
	return false
}

// wrongThough says why a guard does not hold though what it tests is assigned.
func (e *evaluator) wrongThough(g *summary.Guard, tested map[*place]bool) string {
	switch {
	case g.Inverted && g.Nil:
		return "the test of " + g.What + " is inverted: it builds when the variable is already set"
	case g.Inverted:
		return ""
	case g.ByValue:
		return g.What + " is a field of a value receiver: the assignment is lost when the method returns"
	case len(tested) > 0 && !e.keptAll(tested):
		return "what " + holds(g.What) + " is itself created during the invocation"
	}
	return ""
}

// keepsProduct reports whether a construction is stored in one of the places,
// directly or in what they refer to.
func (e *evaluator) keepsProduct(places map[*place]bool) bool {
	return e.leads(places, func(o *object) bool { return o.kind == product })
}

// besideProduct reports whether a tested flag stands in a struct that keeps a
// construction, too.
func (e *evaluator) besideProduct(g *summary.Guard, flags map[*place]bool) bool {
	structs := make(map[*place]bool)
	for l := range flags {
		if l.outer == nil || g.Type != "bool" {
			return false
		}
		for _, p := range l.obj.all() {
			if p.touches(l.outer) {
				structs[p] = true
			}
		}
	}
	return e.keepsProduct(structs)
}

// besideCaptured reports whether a guard tests flags that a function captured
// beside a variable in which it keeps a construction: a memo.
func besideCaptured(c *context, g *summary.Guard) bool {
	captures := func(r summary.Ref) bool { return r >= 0 && c.fn.Nodes[r].Op == summary.OpFree }
	return g.Type == "bool" && !slices.ContainsFunc(g.Conds, func(r summary.Ref) bool {
		return r < 0 || c.fn.Nodes[r].Op != summary.OpLoad || !captures(c.fn.Nodes[r].X[0])
	}) && slices.ContainsFunc(g.Under, func(r summary.Ref) bool {
		n := &c.fn.Nodes[r]
		return n.Op == summary.OpStore && captures(n.X[0]) &&
			slices.ContainsFunc(c.val(n.X[1]).atoms, func(a atom) bool { return a.obj.kind == product })
	})
}

// leads reports whether one of the places refers to an object that is wanted,
// directly or through others.
func (e *evaluator) leads(places map[*place]bool, wanted func(*object) bool) bool {
	seen := make(map[*object]bool)
	var follow func(v value, depth int) bool
	follow = func(v value, depth int) bool {
		for _, a := range v.atoms {
			if wanted(a.obj) {
				return true
			}
			if seen[a.obj] || depth > maxBack {
				continue
			}
			seen[a.obj] = true
			for _, f := range a.obj.all() {
				if follow(f.val, depth+1) {
					return true
				}
			}
		}
		return false
	}
	for l := range places {
		if follow(e.load(l), 0) {
			return true
		}
	}
	return false
}

// neverSet reports whether a flag is nowhere assigned in the module.
func (e *evaluator) neverSet(g *summary.Guard, tested map[*place]bool) bool {
	if g.Type != "bool" {
		return false
	}
	for l := range tested {
		if l.path != "" || l.obj.global == "" || e.written[l.obj.global] {
			return false
		}
	}
	return true
}

// setsFlag reports whether a field of the tested flag's name is set under a guard.
func setsFlag(c *context, g *summary.Guard) bool {
	return g.Type == "bool" && slices.ContainsFunc(g.Under, func(r summary.Ref) bool {
		n := &c.fn.Nodes[r]
		return n.Op == summary.OpStore && n.X[0] >= 0 && strings.HasSuffix(g.What, "."+c.fn.Nodes[n.X[0]].S)
	})
}

// builds reports whether what is built under a guard has the type of what it
// tests: only then was the guard meant for it.
func (e *evaluator) builds(c *context, g *summary.Guard) bool {
	for _, r := range g.Under {
		n := &c.fn.Nodes[r]
		if g.Type != "" && n.T == g.Type {
			return true
		}
	}
	return false
}
