package hoist

import "go/types"

// Facts tells importing packages what their fixes need to know of the
// functions and methods of p: the answers for Package.Settled and
// Package.Repeatable. Those of p answer for the packages it imports.
func Facts(p *Package) (settled, repeatable func(*types.Func) bool) {
	pl := newPlanner(p, Init)
	ask := func(strict bool) func(*types.Func) bool {
		return func(fn *types.Func) bool { return pl.state.factOf(fn.Origin(), strict) }
	}
	return ask(false), ask(true)
}

// factOf reports whether fn may run before main: what it reads is assigned
// during the initialisation of its package at the latest, and cannot be
// assigned by others.
func (s *state) factOf(fn *types.Func, strict bool) bool {
	b := s.bodyOf(fn, strict)
	if b.reason != nil {
		return false
	}
	for _, v := range b.reads {
		if v.Exported() {
			return false
		}
		for _, id := range s.globals[v] {
			switch s.useOf(id) {
			case write, change, address:
				if s.when(id) != atInit {
					return false
				}
			}
		}
	}
	return true
}
