package reach

import (
	"hash/maphash"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// A contextKey identifies a context: arguments by a hash, so that looking one
// up is cheap.
type contextKey struct {
	fn     *summary.Func
	env    *object
	inv    bool
	args   uint64
	from   calls
	shared bool
}

// calls are the two calls that led to a context.
type calls [2]struct {
	fn *summary.Func
	at summary.Ref
}

// context returns the context for a call of fn. What a function returns is told
// apart by where it is called, so that two builders from one constructor differ.
func (e *evaluator) context(fn *summary.Func, env *object, args []value, inv bool, from calls) *context {
	args = e.fit(args, fn)
	key := contextKey{fn: fn, env: env, inv: inv, args: hash(args)}
	if inv && len(fn.Results) > 0 {
		key.from = from
	}
	if c, ok := e.ctxs[key]; ok {
		return c
	}
	if e.perFunc[fn] >= contextsOf(fn) || e.nested[fn] >= maxNesting {
		return e.shared(fn, env, args, inv)
	}
	e.perFunc[fn]++
	c := &context{fn: fn, env: env, args: args, inv: inv, from: from, key: key}
	e.ctxs[key] = c
	return c
}

// A link is where a context calls another one.
type link struct {
	at  summary.Ref
	fn  *summary.Func
	env *object
	inv bool
}

// callee returns the context that a call leads to. While values still grow, a
// context that only this call leads to grows with them, rather than being
// replaced by a new one each time.
func (e *evaluator) callee(s *site, fn *summary.Func, env *object, args []value, inv bool, from calls) *context {
	l := link{s.at, fn, env, inv}
	args = e.fit(args, fn)
	to := s.c.links[l]
	switch {
	case to != nil && covers(to.args, args) && (!to.key.shared || to.key.args == e.traits(args)):
		return to
	case to != nil && to.users == 1 && !to.key.shared:
		e.grow(to, args)
		return to
	case to != nil:
		to.users--
	}
	to = e.context(fn, env, args, inv, from)
	to.users++
	to.callers = append(to.callers, s.c)
	set(&s.c.links, l, to)
	return to
}

// covers reports whether known arguments include others.
func covers(known, args []value) bool {
	for i, a := range args {
		if !same(join(known[i], a), known[i]) {
			return false
		}
	}
	return true
}

// grow adds to a context's arguments.
func (e *evaluator) grow(c *context, args []value) {
	for i, a := range args {
		c.args[i] = join(c.args[i], a)
	}
	delete(e.ctxs, c.key)
	c.key.args = hash(c.args)
	if _, taken := e.ctxs[c.key]; !taken {
		e.ctxs[c.key] = c
	}
	c.round, c.stale = 0, true
	e.touch()
}

// contextsOf returns how many contexts a function gets: large ones fewer, as
// each is as much work as those of many small ones.
func contextsOf(fn *summary.Func) int {
	return min(maxContexts, max(minContexts, maxNodes/(len(fn.Nodes)+1)))
}

// shared returns the context that calls share once a function has too many. Event
// data is kept apart from other data there, too, and so is what persists (E1, G2).
func (e *evaluator) shared(fn *summary.Func, env *object, args []value, inv bool) *context {
	key := contextKey{fn: fn, env: env, inv: inv, args: e.traits(args), shared: true}
	c, ok := e.ctxs[key]
	if !ok {
		c = &context{fn: fn, env: env, args: make([]value, len(args)), inv: inv, key: key}
		e.ctxs[key] = c
	}
	for i, a := range args {
		if now := joinUpTo(c.args[i], a, maxGiven); !same(now, c.args[i]) {
			c.args[i], c.stale = now, true
			e.touch()
		}
	}
	return c
}

// traits says whether some of the arguments hold event data, and whether some
// are the invocation's own: each by itself would make too many contexts.
func (e *evaluator) traits(args []value) uint64 {
	var bits uint64
	for _, a := range args {
		if e.tainted(a) {
			bits |= 1
		}
		if len(a.atoms) > 0 && !e.kept(a) {
			bits |= 2
		}
	}
	return bits
}

// fit makes arguments those of a function.
func (e *evaluator) fit(args []value, fn *summary.Func) []value {
	out := make([]value, len(fn.Params))
	copy(out, args)
	for i := range out {
		if fn.Nodes[i].Plain {
			out[i] = e.plainly(out[i])
		}
	}
	return out
}

// hash is a hash of argument values.
func hash(args []value) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, a := range args {
		maphash.WriteComparable(&h, a.taint)
		for _, x := range a.atoms {
			maphash.WriteComparable(&h, x)
		}
	}
	return h.Sum64()
}

var seed = maphash.MakeSeed()
