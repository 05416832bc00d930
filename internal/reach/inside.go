package reach

import (
	"cmp"
	"slices"

	"github.com/lambdainit/lambdainit/internal/report"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// lastInside returns the last step on the way that lies in the analysed
// package: there drivers that see one package at a time report (P3).
func (w *walk) lastInside(f *found) (start, end report.Position) {
	for _, s := range slices.Backward(f.way) {
		if s.pkg == w.own.Path && s.site.Pos.Line > 0 {
			return s.site.Pos, s.site.Pos
		}
	}
	return report.Position{}, report.Position{}
}

// leading returns the step of the analysed package that leads to an entry point
// called in an imported one: the call on the way to it or, where that is the
// imported package's initialisation, main. A way to a construction may have no
// other step inside.
func (w *walk) leading(to *context) []step {
	if w.opts.Module || to.fn.Pkg == w.own.Path {
		return nil
	}
	var first report.Site
	seen := map[*context]bool{to: true}
	for todo := []*context{to}; len(todo) > 0; todo = todo[1:] {
		for _, by := range w.callersOnce()[todo[0]] {
			at := report.Site{Pos: w.position(by.ctx.fn.Pkg, by.ctx.fn.Nodes[by.at].Pos), What: "calls " + todo[0].fn.Name}
			switch {
			case by.ctx.fn.Pkg != w.own.Path:
				if !seen[by.ctx] {
					seen[by.ctx] = true
					todo = append(todo, by.ctx)
				}
			case first.Pos.Line == 0 || cmp.Or(comparePos(at.Pos, first.Pos), cmp.Compare(at.What, first.What)) < 0:
				first = at
			}
		}
	}
	if main := w.funcs[w.own.Path+".main"]; first.Pos.Line == 0 && main != nil {
		first = report.Site{Pos: w.position(w.own.Path, main.Pos), What: main.Name}
	}
	if first.Pos.Line == 0 {
		return nil
	}
	return []step{{w.own.Path, first}}
}

// callersOnce returns who calls what, of what runs once.
func (w *walk) callersOnce() map[*context][]visit {
	if w.callers == nil {
		w.callers = make(map[*context][]visit)
		for _, c := range w.ctxs {
			for i := range c.fn.Nodes {
				for _, e := range c.edges[summary.Ref(i)] {
					if !c.inv {
						w.callers[e.to] = append(w.callers[e.to], visit{ctx: c, at: summary.Ref(i)})
					}
				}
			}
		}
	}
	return w.callers
}
