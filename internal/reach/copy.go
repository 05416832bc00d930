package reach

import (
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// copyNode copies a local struct as it was after some of the stores to it.
func (e *evaluator) copyNode(c *context, at summary.Ref, n *summary.Node) value {
	fresh := c.inv && !e.holds(c, at, n)
	o := e.object(objectKey{at: c, node: at, sub: "copy " + mode(fresh)}, plain, fresh)
	for i, path := range n.Conv {
		e.storeExcept(o.part(path), c.val(c.fn.Nodes[n.X[i+1]].X[1]), strings.Fields(n.Lost[i]), make(map[copied]bool))
	}
	return e.aggregate(&o.whole, true)
}

// copied is what a struct was copied to and from.
type copied struct{ to, from *place }

// storeExcept stores v, of structs without the lost fields, each once.
func (e *evaluator) storeExcept(to *place, v value, lost []string, seen map[copied]bool) {
	if len(lost) == 0 {
		e.store(to, v)
		return
	}
	rest := value{taint: v.taint}
	for _, a := range v.atoms {
		if !a.agg || a.obj.kind != plain {
			rest.atoms = append(rest.atoms, a)
			continue
		}
		if seen[copied{to, a.place}] {
			continue
		}
		seen[copied{to, a.place}] = true
		for _, f := range a.obj.all() {
			if !f.in(a.place) {
				continue
			}
			field := f.from(a.place)
			if !slices.ContainsFunc(lost, func(f string) bool { return f == field || strings.HasPrefix(field, f+".") }) {
				e.storeExcept(to.at(field), f.val, lostIn(lost, field), seen)
			}
		}
	}
	e.store(to, rest)
}

// lostIn returns the lost fields of a field.
func lostIn(lost []string, field string) []string {
	if field == "" {
		return lost
	}
	var out []string
	for _, f := range lost {
		if rest, ok := strings.CutPrefix(f, field+"."); ok {
			out = append(out, rest)
		}
	}
	return out
}
