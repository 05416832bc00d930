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

	// Closing and Changing have a function and the position of the receiver
	// or parameter to which it does that.
	Closing, Changing []string
}

// AFact marks Fact as an analysis fact.
func (*Fact) AFact() {}

// String counts the functions of each kind.
func (f *Fact) String() string {
	return fmt.Sprintf("%d lasting, %d settled, %d repeatable", len(f.Lasting), len(f.Settled), len(f.Repeatable))
}

// NewFact returns the fact of a package.
func NewFact(p *hoist.Package) *Fact {
	known, effect := hoist.Facts(p)
	fact := new(Fact)
	for _, obj := range p.Info.Defs {
		fn, ok := obj.(*types.Func)
		if !ok || !fn.Exported() {
			continue
		}
		fact.addEffects(fn, effect)
		switch name := fn.FullName(); known(fn) {
		case hoist.Lasting:
			fact.Lasting = append(fact.Lasting, name)
		case hoist.Settled:
			fact.Settled = append(fact.Settled, name)
		case hoist.Repeatable:
			fact.Repeatable = append(fact.Repeatable, name)
		}
	}
	for _, list := range []*[]string{&fact.Lasting, &fact.Settled, &fact.Repeatable, &fact.Closing, &fact.Changing} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return fact
}

// addEffects notes what fn does to what it is given.
func (f *Fact) addEffects(fn *types.Func, effect func(*types.Func, int) hoist.Effect) {
	for at := hoist.Receiver; at < fn.Signature().Params().Len(); at++ {
		e := effect(fn, at)
		if e&hoist.Closes != 0 {
			f.Closing = append(f.Closing, effectName(fn, at))
		}
		if e&hoist.Changes != 0 {
			f.Changing = append(f.Changing, effectName(fn, at))
		}
	}
}

func effectName(fn *types.Func, at int) string {
	return fmt.Sprintf("%s %d", fn.Origin().FullName(), at)
}

// Effect tells what a function of the package does to what it is given.
func (f *Fact) Effect(fn *types.Func, at int) hoist.Effect {
	var found hoist.Effect
	name := effectName(fn, at)
	if _, ok := slices.BinarySearch(f.Closing, name); ok {
		found |= hoist.Closes
	}
	if _, ok := slices.BinarySearch(f.Changing, name); ok {
		found |= hoist.Changes
	}
	return found
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
