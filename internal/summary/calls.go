package summary

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/foreign"
)

// call condenses a call.
func (fb *funcBuilder) call(c *ssa.CallCommon) Node {
	if b, ok := c.Value.(*ssa.Builtin); ok {
		return fb.builtin(b.Name(), c.Args)
	}
	if fb.computes(c) {
		return fb.op(OpTaint, momentary(c.StaticCallee()), spread(c.Args)...)
	}
	n := Node{Op: OpCall, Call: &Call{}}
	n.Pos, n.End = fb.span(c.Pos())
	args := c.Args
	switch callee := c.StaticCallee(); {
	case c.IsInvoke():
		n.Call.How, n.Call.Name = Invoke, c.Method.Name()
		n.Call.Iface = fb.methodKeys(c.Value.Type())
		n.Call.Recv, n.Call.OneUse = true, foreign.OneUse(c.Method)
		args = append([]ssa.Value{c.Value}, args...)
		n.Call.Pkg = pkgPath(c.Method)
	case callee != nil && !isClosure(c.Value):
		fb.static(&n, callee)
		if n.Made != nil && n.Made.Kind == "sql" && inMemory(c.Args) {
			n.Made = nil
		}
	default:
		n.Call.How = Dynamic
		args = append([]ssa.Value{c.Value}, args...)
	}
	n.X = fb.refsOf(args)
	fb.typeArgs(&n, c)
	n.Local = fb.localTest(c.Pos())
	n.Cond = fb.conditional(c.Pos())
	if res := c.Signature().Results(); res.Len() > 0 {
		n.T = typeID(res.At(0).Type())
	}
	fb.classify(n.Call, c.Signature(), args)
	return n
}

// momentary is Moment for a function that gives something else on each call.
func momentary(callee *ssa.Function) string {
	if fn, ok := callee.Object().(*types.Func); ok && foreign.Momentary(fn) {
		return Moment
	}
	return ""
}

// typeArgs keeps the types of arguments whose parameters have the type of a type
// parameter: calls of its methods are calls through an interface, which the
// type arguments implement.
func (fb *funcBuilder) typeArgs(n *Node, c *ssa.CallCommon) {
	callee := c.StaticCallee()
	if callee == nil || callee.Origin() == nil || n.Call.How != Static {
		return
	}
	for _, t := range callee.TypeArgs() {
		if id := typeID(t); id != "" {
			fb.builder.out.Convs = append(fb.builder.out.Convs, id)
		}
	}
	params := callee.Origin().Params
	for i := range min(len(params), len(n.X)) {
		id := typeID(c.Args[i].Type())
		if _, ok := types.Unalias(params[i].Type()).(*types.TypeParam); !ok || id == "" {
			continue
		}
		n.X[i] = fb.add(Node{Op: OpIface, S: id, X: []Ref{n.X[i]}, Conv: []string{}, Pkg: fb.Pkg.Path()})
		fb.builder.out.Convs = append(fb.builder.out.Convs, id)
	}
}

// isClosure reports whether v is a closure that is called where it is made.
func isClosure(v ssa.Value) bool {
	_, ok := v.(*ssa.MakeClosure)
	return ok
}

func (fb *funcBuilder) static(n *Node, callee *ssa.Function) {
	n.Call.Name = ID(callee)
	n.Call.Recv = callee.Signature.Recv() != nil
	if obj, ok := callee.Object().(*types.Func); ok {
		n.Made = fb.made(obj)
		n.Call.Pkg, n.Call.OneUse, n.Call.Moment = pkgPath(obj), foreign.OneUse(obj), foreign.Momentary(obj)
	}
	if _, ok := fb.Points.Lookup(n.Call.Name); ok {
		fb.out.Starts = true
	}
}

// pkgPath returns the path of the package that declares fn, or "".
func pkgPath(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	return fn.Pkg().Path()
}

// made returns the construction that a call of fn is, or nil (C1).
func (b *builder) made(fn *types.Func) *Made {
	fn = fn.Origin()
	e, ok := b.Catalog.Lookup(fn)
	if !ok {
		return nil
	}
	return &Made{Kind: e.Kind, Name: shortFunc(fn), Full: fn.FullName(), Pays: e.Pays, Exclusive: e.Exclusive, First: e.First}
}

// shortFunc is a function's name as it is usually written: pkg.Func, and for
// methods pkg.Type.Method.
func shortFunc(fn *types.Func) string {
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		return shortType(recv.Type()) + "." + name
	}
	if fn.Pkg() == nil {
		return name
	}
	return fn.Pkg().Name() + "." + name
}

func shortType(t types.Type) string {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	return types.TypeString(t, func(p *types.Package) string { return p.Name() })
}

// classify notes which operands are contexts, which point into local
// variables, and which the result of an unknown callee may hold.
func (fb *funcBuilder) classify(c *Call, sig *types.Signature, args []ssa.Value) {
	holds := c.outcome(sig.Results())
	hasCtx := false
	for i, a := range args[:min(len(args), 64)] {
		bit := uint64(1) << i
		if entry.IsContext(a.Type()) {
			c.Ctx |= bit
			hasCtx = true
			continue
		}
		if pointsIntoLocal(a) {
			c.Local |= bit
		}
		if holds && canHold(a.Type()) {
			c.Hold |= bit
		}
	}
	if c.Recv && !receiverHeld(sig, args, c.Error || hasCtx) {
		c.Hold &^= 1
	}
	if c.How == Dynamic {
		c.Hold &^= 1
	}
}

// outcome notes what the results of a call are; it reports whether one of them
// can hold something.
func (c *Call) outcome(results *types.Tuple) bool {
	holds := false
	c.NumOut = results.Len()
	for i := range results.Len() {
		t := results.At(i).Type()
		c.Error = c.Error || isError(t)
		c.ToCtx = c.ToCtx || entry.IsContext(t)
		if canHold(t) {
			holds = true
		} else {
			c.Plain |= 1 << i
		}
	}
	return holds
}

// receiverHeld reports whether what a method of another module returns may
// hold its receiver: builders and handles (client.Database("x")) do, answers
// of API calls, which take a context or can fail, do not.
func receiverHeld(sig *types.Signature, args []ssa.Value, call bool) bool {
	if sig.Results().Len() == 0 || len(args) == 0 {
		return false
	}
	if types.Identical(sig.Results().At(0).Type(), args[0].Type()) {
		return true
	}
	return !call && sig.Results().Len() == 1
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

// canHold reports whether a value of type t can hold a client: numbers,
// strings, errors and slices of them cannot.
func canHold(t types.Type) bool {
	if isError(t) || typeID(t) == "time.Time" {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return false
	case *types.Slice:
		return canHold(u.Elem())
	case *types.Array:
		return canHold(u.Elem())
	case *types.Map:
		return canHold(u.Elem())
	case *types.Pointer:
		return canHold(u.Elem())
	}
	return true
}

// pointsIntoLocal reports whether v is the address of a local variable or of a
// part of one.
func pointsIntoLocal(v ssa.Value) bool {
	for {
		switch x := v.(type) {
		case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice:
			return true
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.IndexAddr:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.Slice:
			v = x.X
		default:
			return false
		}
	}
}

func (fb *funcBuilder) builtin(name string, args []ssa.Value) Node {
	switch name {
	case "append":
		return fb.appends(args[0], args[1])
	case "copy":
		return fb.op(OpStore, "elem", args[0], args[1])
	case "close":
		return Node{Op: OpStore, S: "elem", T: "close", X: []Ref{fb.ref(args[0]), None}}
	case "len", "cap", "min", "max", "real", "imag", "complex", "string":
		return fb.op(OpTaint, "", args...)
	}
	return Node{Op: OpJoin}
}

// methodKeys returns the sorted method keys of an interface type, or nil.
func (b *builder) methodKeys(t types.Type) []string {
	i, ok := t.Underlying().(*types.Interface)
	if !ok || i.NumMethods() == 0 {
		return nil
	}
	if keys, ok := b.keys[i]; ok {
		return keys
	}
	var keys []string
	for m := range i.Methods() {
		keys = append(keys, methodKey(m))
	}
	slices.Sort(keys)
	b.keys[i] = keys
	return keys
}

// typeID names a named type or a pointer to one; others are "".
func typeID(t types.Type) string {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		if id := typeID(p.Elem()); id != "" {
			return "*" + id
		}
		return ""
	}
	n, ok := t.(*types.Named)
	if !ok {
		return ""
	}
	obj := n.Origin().Obj()
	if obj.Pkg() == nil {
		return obj.Name()
	}
	return obj.Pkg().Path() + "." + obj.Name()
}
