// Package fix says of each finding whether it can be fixed, and how, or why
// not. It joins what was found with the planner of package hoist for the
// drivers: the command, which sees all packages of a module, and go vet or
// golangci-lint, which see one at a time.
package fix

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/hoist"
	"github.com/lambdainit/lambdainit/internal/report"
)

// Plan plans the fixes of those findings whose call lies in the package. Each
// of them gets one of Fixes, FixedBy and NotFixed. The error is a bug in the
// planner; nothing is fixed then.
func Plan(p *hoist.Package, findings []*report.Finding, mode hoist.Mode) error {
	if len(findings) == 0 {
		return nil
	}
	pl := &planner{Package: p, files: filesOf(p)}
	var open []*report.Finding
	var calls []hoist.Call
	for _, f := range findings {
		if pl.files[f.Pos.File] == nil || f.Kind == "directive" {
			continue
		}
		why, call := pl.examine(f)
		if why != "" {
			pl.refuse(f, why, token.NoPos)
			continue
		}
		open, calls = append(open, f), append(calls, hoist.Call{At: call, Conditional: f.Conditional})
	}
	if len(open) == 0 {
		return nil
	}
	p.Taken = namesBeside(p)
	outcomes, err := plan(p, calls, mode)
	if err != nil {
		for _, f := range open {
			pl.refuse(f, "the planner failed", token.NoPos)
		}
		return err
	}
	for i, o := range outcomes {
		pl.settle(open[i], o, open, calls)
	}
	return nil
}

// plan turns a panic of the planner into an error (D4).
func plan(p *hoist.Package, calls []hoist.Call, mode hoist.Mode) (outcomes []hoist.Outcome, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("internal error while planning fixes of %s: %v (a bug in lambdainit: please report it; nothing is fixed in this package)", p.Pkg.Path(), r)
		}
	}()
	return hoist.Plan(p, calls, mode), nil
}

type planner struct {
	*hoist.Package
	files map[string]*source
}

// examine returns why a finding cannot be fixed, or else the call to move.
func (pl *planner) examine(f *report.Finding) (why string, call token.Pos) {
	src := pl.files[f.Pos.File]
	switch {
	case f.Keyed:
		return "it depends on the event", 0
	case f.Broken != "":
		return "its guard has to be mended", 0
	case f.At != "":
		return "the call to move stands in another package", 0
	case src.directed:
		return "the file has //line comments", 0
	}
	if call = src.call(f.Pos, f.End); !call.IsValid() {
		return "no call stands there", 0
	}
	return "", call
}

func (pl *planner) refuse(f *report.Finding, why string, at token.Pos) {
	f.NotFixed = why
	if at.IsValid() {
		p := pl.Fset.Position(at)
		f.Obstacle = report.Position{File: p.Filename, Line: p.Line, Col: p.Column}
	}
}

// settle notes what became of the call of a finding.
func (pl *planner) settle(f *report.Finding, o hoist.Outcome, open []*report.Finding, calls []hoist.Call) {
	switch {
	case o.Refused != "":
		pl.refuse(f, o.Refused, o.RefusedAt)
	case o.Fix != nil:
		f.Fixes = []report.Fix{*o.Fix}
	case len(o.With) > 0:
		f.FixedBy = open[slices.IndexFunc(calls, func(c hoist.Call) bool { return c.At == o.With[0] })].Pos
	default:
		panic("a call is neither moved nor refused")
	}
}

// Exclusive returns what hoist.Package.Exclusive asks for: whether the
// catalogue says that what a function builds must not be shared (F4).
func Exclusive(c *catalog.Catalog) func(*types.Func) bool {
	return func(fn *types.Func) bool {
		e, ok := c.Lookup(fn)
		return ok && e.Exclusive
	}
}
