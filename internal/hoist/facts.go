package hoist

import "go/types"

// Facts tells importing packages what their fixes need to know of the
// functions and methods of p: the answers for Package.Known and
// Package.Effect. Those of p answer for the packages it imports.
func Facts(p *Package) (known func(*types.Func) Knowledge, effect func(*types.Func, int) Effect) {
	pl := newPlanner(p, Init)
	effect = func(fn *types.Func, at int) Effect { return pl.state.effect(fn.Origin(), at) }
	known = func(fn *types.Func) Knowledge {
		known := Nothing
		for _, k := range []Knowledge{Lasting, Settled, Repeatable} {
			if !pl.state.is(k, fn.Origin()) {
				break
			}
			known = k
		}
		return known
	}
	return known, effect
}

// is reports whether so much is known of fn.
func (s *state) is(k Knowledge, fn *types.Func) bool {
	b := s.bodyOf(fn, k == Repeatable)
	if b.reason != nil {
		return false
	}
	for _, call := range b.calls {
		if s.otherPackage(call, k) != nil {
			return false
		}
	}
	for _, v := range b.reads {
		if !s.lasts(k, v) {
			return false
		}
	}
	return true
}

// lasts reports whether a variable that fn reads is assigned during the
// initialisation of its package at the latest, or, if that is enough, in main,
// and cannot be assigned by others.
func (s *state) lasts(k Knowledge, v *types.Var) bool {
	if v.Exported() {
		return false
	}
	for _, id := range s.globals[v] {
		switch s.useOf(id) {
		case write, change, address:
			if when := s.when(id); when == atLarge || when == inMain && k > Lasting {
				return false
			}
		}
	}
	return true
}
