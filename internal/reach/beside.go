package reach

import "slices"

// movesWith returns the call that moves all that is built in a called function,
// returned or not, if there is one: call, where the function returns something
// to it, or the one that the caller moves with (P1). What a function makes of
// event data cannot move, whatever it builds besides (E1), nor can a call that
// returns single connections only (F4).
func (w *walk) movesWith(v *visit, e edge, call *found) *found {
	switch {
	case w.givenEvent(e.to):
		return nil
	case v.with != nil:
		return v.with
	case call != nil && slices.ContainsFunc(call.builds, func(o *object) bool { return !o.tainted() && !o.made.Exclusive && w.lift.returns(e, o) }):
		return call
	}
	return nil
}

// givenEvent reports whether event data is in a context's arguments or in the
// variables that it captures.
func (e *evaluator) givenEvent(c *context) bool {
	return slices.ContainsFunc(c.args, e.tainted) || c.env != nil && e.tainted(pointer(c.env))
}

// all returns what a call to move builds, each once: what it returns first.
func (f *found) all() []*object {
	var out []*object
	for _, b := range slices.Concat(f.builds, f.inside) {
		if !slices.ContainsFunc(out, func(o *object) bool { return o.at.fn == b.at.fn && o.node == b.node }) {
			out = append(out, b)
		}
	}
	return out
}
