package summary

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/lambdainit/lambdainit/internal/entry"
)

// computes reports whether a call can do no more than compute plain values: a
// function of another module that is given nothing it could call, keep or fill,
// or that prints.
func (fb *funcBuilder) computes(c *ssa.CallCommon) bool {
	callee := c.StaticCallee()
	if callee == nil || isClosure(c.Value) {
		return false
	}
	fn, ok := callee.Object().(*types.Func)
	if !ok || fn.Pkg() == nil || fb.own[fn.Pkg().Path()] || fb.made(fn) != nil {
		return false
	}
	for v := range c.Signature().Results().Variables() {
		if canHold(v.Type()) || entry.IsContext(v.Type()) {
			return false
		}
	}
	args := c.Args
	if prints(fn) {
		args = args[:len(args)-1]
	}
	return !slices.ContainsFunc(args, func(a ssa.Value) bool { return !scalar(a.Type()) && !isStrings(a.Type()) })
}

// prints reports whether all that a function does with its last arguments is to
// print them; those of fmt that scan fill them.
func prints(fn *types.Func) bool {
	return fn.Signature().Variadic() && (fn.Pkg().Path() == "fmt" && !strings.Contains(fn.Name(), "can") || fn.Pkg().Path() == "log")
}

// scalar reports whether values of type t hold nothing and refer to nothing, or,
// as errors do, to nothing of interest.
func scalar(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() != types.UnsafePointer || isError(t) || typeID(t) == "time.Time"
}

// isStrings reports whether t is a slice of strings.
func isStrings(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return ok && types.Identical(s.Elem(), types.Typ[types.String])
}

// spread replaces a last argument that is a list of variadic ones by these.
func spread(args []ssa.Value) []ssa.Value {
	if len(args) == 0 {
		return nil
	}
	elems, ok := variadic(args[len(args)-1])
	if !ok {
		return args
	}
	return append(args[:len(args)-1:len(args)-1], elems...)
}

// variadic returns the elements of the slice that SSA makes for variadic
// arguments, interfaces stripped, and whether v is one.
func variadic(v ssa.Value) ([]ssa.Value, bool) {
	s, ok := v.(*ssa.Slice)
	if !ok {
		return nil, false
	}
	array, ok := s.X.(*ssa.Alloc)
	if !ok || array.Comment != "varargs" {
		return nil, false
	}
	var out []ssa.Value
	for _, use := range *array.Referrers() {
		at, ok := use.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *at.Referrers() {
			if st, ok := use.(*ssa.Store); ok {
				out = append(out, stripped(st.Val))
			}
		}
	}
	return out, true
}

// stripped is v without a conversion to an interface.
func stripped(v ssa.Value) ssa.Value {
	if i, ok := v.(*ssa.MakeInterface); ok {
		return i.X
	}
	return v
}

// appends condenses append. Of plain values it matters only whether they are
// event data.
func (fb *funcBuilder) appends(to, what ssa.Value) Node {
	elems, ok := variadic(what)
	switch {
	case ok && !slices.ContainsFunc(elems, func(v ssa.Value) bool { return !isPlain(v.Type()) }):
		return Node{Op: OpJoin, X: []Ref{fb.ref(to), fb.add(fb.op(OpTaint, "", elems...))}}
	case !ok && plainElems(what.Type()):
		return Node{Op: OpJoin, X: []Ref{fb.ref(to), fb.add(fb.op(OpTaint, "", what))}}
	}
	return fb.op(OpJoin, "", to, what)
}

// isPlain reports whether values of type t hold nothing, or point to such, and
// cannot be called.
func isPlain(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok && n.NumMethods() > 0 && !isError(t) && typeID(t) != "time.Time" {
		return false
	}
	return scalar(t)
}

// plainElems reports whether t is a string or a slice of plain values.
func plainElems(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return !ok || isPlain(s.Elem())
}
