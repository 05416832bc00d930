package fix

import (
	"fmt"
	"go/types"
	"slices"

	"github.com/lambdainit/lambdainit/internal/hoist"
)

// A Fact is a package fact: what the fixes of importing packages may know of
// the exported functions and methods. Each name, as FullName gives it, is in one
// list, and the lists are sorted.
type Fact struct {
	Lasting, Settled, Repeatable []string
}

// AFact marks Fact as an analysis fact.
func (*Fact) AFact() {}

// String counts the functions of each kind.
func (f *Fact) String() string {
	return fmt.Sprintf("%d lasting, %d settled, %d repeatable", len(f.Lasting), len(f.Settled), len(f.Repeatable))
}

// NewFact returns the fact of a package.
func NewFact(p *hoist.Package) *Fact {
	known := hoist.Facts(p)
	fact := new(Fact)
	for _, obj := range p.Info.Defs {
		fn, ok := obj.(*types.Func)
		if !ok || !fn.Exported() {
			continue
		}
		switch name := fn.FullName(); known(fn) {
		case hoist.Lasting:
			fact.Lasting = append(fact.Lasting, name)
		case hoist.Settled:
			fact.Settled = append(fact.Settled, name)
		case hoist.Repeatable:
			fact.Repeatable = append(fact.Repeatable, name)
		}
	}
	for _, list := range []*[]string{&fact.Lasting, &fact.Settled, &fact.Repeatable} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return fact
}

// Known tells what is known of a function of the package.
func (f *Fact) Known(fn *types.Func) hoist.Knowledge {
	name := fn.Origin().FullName()
	for knowledge, list := range map[hoist.Knowledge][]string{
		hoist.Lasting: f.Lasting, hoist.Settled: f.Settled, hoist.Repeatable: f.Repeatable,
	} {
		if _, found := slices.BinarySearch(list, name); found {
			return knowledge
		}
	}
	return hoist.Nothing
}
