package summary

import (
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/lambdainit/lambdainit/internal/guard"
)

// reserve gives each value that an instruction yields a node, so that later
// instructions, and earlier ones through loops, can refer to it.
func (fb *funcBuilder) reserve(in ssa.Instruction) {
	switch in := in.(type) {
	case *ssa.Store, *ssa.MapUpdate, *ssa.Send, *ssa.Go, *ssa.Defer:
		fb.at[in] = fb.add(Node{})
		return
	}
	v, ok := in.(ssa.Value)
	if !ok {
		return
	}
	fb.refs[v] = fb.add(Node{})
	fb.at[in] = fb.refs[v]
}

// instruction fills the node of an instruction.
func (fb *funcBuilder) instruction(in ssa.Instruction) {
	if ret, ok := in.(*ssa.Return); ok {
		fb.results(ret)
		return
	}
	at, ok := fb.at[in]
	if !ok {
		return
	}
	n := fb.node(in)
	if v, ok := in.(ssa.Value); ok && holder(n) {
		n.Plain = scalar(v.Type())
	}
	fb.out.Nodes[at] = n
}

// holder reports whether a node's value may refer to something, so that its type
// is worth a look. A type assertion's says which types get through.
func holder(n Node) bool {
	switch n.Op {
	case OpLoad, OpField, OpElem:
		return n.S != "copy"
	case OpJoin:
		return n.S == ""
	}
	return false
}

func (fb *funcBuilder) results(ret *ssa.Return) {
	if fb.out.Results == nil {
		fb.out.Results = make([][]Ref, len(ret.Results))
	}
	for i, v := range ret.Results {
		if r := fb.ref(v); r != None {
			fb.out.Results[i] = append(fb.out.Results[i], r)
		}
	}
}

func (fb *funcBuilder) node(in ssa.Instruction) Node {
	switch in := in.(type) {
	case *ssa.Alloc:
		return fb.alloc(in)
	case *ssa.MakeMap, *ssa.MakeChan, *ssa.MakeSlice:
		return Node{Op: OpAlloc, S: "container"}
	case *ssa.Store:
		n := fb.op(OpStore, "", in.Addr, in.Val)
		if k, ok := in.Val.(*ssa.Const); ok && k.IsNil() {
			n.T = "nil"
		}
		return n
	case *ssa.MapUpdate:
		n := fb.op(OpStore, "elem", in.Map, in.Value, in.Key)
		n.Key = constKey(in.Key)
		return n
	case *ssa.Send:
		return fb.send(in.Chan, in.X)
	case *ssa.Call:
		return fb.call(&in.Call)
	case *ssa.Go:
		return fb.call(&in.Call)
	case *ssa.Defer:
		return fb.call(&in.Call)
	case *ssa.MakeClosure:
		return fb.closure(in)
	case *ssa.MakeInterface:
		return fb.iface(in)
	case *ssa.Extract:
		return fb.extract(in)
	case *ssa.TypeAssert:
		n := fb.op(OpJoin, "", in.X)
		if !types.IsInterface(in.AssertedType) {
			n.S = typeID(in.AssertedType)
		}
		return n
	}
	return fb.access(in)
}

// access handles reads and plain computations.
func (fb *funcBuilder) access(in ssa.Instruction) Node {
	switch in := in.(type) {
	case *ssa.FieldAddr:
		return fb.op(OpFieldAddr, guard.FieldName(in.X.Type(), in.Field), in.X)
	case *ssa.Field:
		return fb.op(OpField, guard.FieldName(in.X.Type(), in.Field), in.X)
	case *ssa.IndexAddr:
		return fb.op(OpElemAddr, "", in.X, in.Index)
	case *ssa.Index:
		return fb.op(OpElem, "", in.X, in.Index)
	case *ssa.Lookup:
		n := fb.op(OpElem, "", in.X, in.Index)
		n.Key = constKey(in.Index)
		return n
	case *ssa.Next:
		return fb.op(OpElem, "", in.Iter)
	case *ssa.UnOp:
		return fb.unary(in)
	case *ssa.BinOp:
		return fb.binary(in)
	case *ssa.Phi:
		return fb.op(OpJoin, "", append(in.Edges[:len(in.Edges):len(in.Edges)], operands(in)...)...)
	case *ssa.Select:
		return fb.selects(in)
	}
	// Conversions, slices, ranges: the operands' values.
	n := Node{Op: OpJoin}
	for _, v := range in.Operands(nil) {
		if *v != nil {
			if r := fb.ref(*v); r != None {
				n.X = append(n.X, r)
			}
		}
	}
	if _, ok := in.(*ssa.Slice); ok && len(n.X) > 1 {
		n.X = n.X[:1]
	}
	return n
}

// operands are those of && and || that a value is made from besides the last: the
// conditions under which that is not asked for. Other choices pass nothing on (E3).
func operands(phi *ssa.Phi) []ssa.Value {
	if phi.Comment != "&&" && phi.Comment != "||" {
		return nil
	}
	var out []ssa.Value
	for _, b := range phi.Block().Preds {
		if branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
			out = append(out, branch.Cond)
		}
	}
	return out
}

func (fb *funcBuilder) op(op Op, s string, values ...ssa.Value) Node {
	return Node{Op: op, S: s, X: fb.refsOf(values)}
}

func (fb *funcBuilder) binary(in *ssa.BinOp) Node {
	n := fb.op(OpTaint, "", in.X, in.Y)
	if isBool(in.Type()) {
		n.S = "compared"
	}
	return n
}

func (fb *funcBuilder) unary(in *ssa.UnOp) Node {
	switch in.Op {
	case token.MUL:
		if n, ok := fb.snapshot(in); ok {
			return n
		}
		n := fb.op(OpLoad, "", in.X)
		if aggregate(in.Type()) {
			n.S = "agg"
		}
		if ofGlobal(in.X) {
			n.T = typeID(in.Type())
		}
		return n
	case token.ARROW:
		return fb.op(OpElem, "", in.X)
	}
	return fb.op(OpTaint, "", in.X)
}

// ofGlobal reports whether an address is that of a package variable or of a
// field of one.
func ofGlobal(addr ssa.Value) bool {
	for {
		switch x := addr.(type) {
		case *ssa.FieldAddr:
			addr = x.X
		case *ssa.Global:
			return true
		default:
			return false
		}
	}
}

// constKey is a constant under which a map keeps something, or "".
func constKey(v ssa.Value) string {
	if k, ok := v.(*ssa.Const); ok && k.Value != nil {
		return k.Value.ExactString()
	}
	return ""
}

func aggregate(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		return true
	}
	return false
}

// selects handles a select statement: it sends to, and receives from, any of
// its channels.
func (fb *funcBuilder) selects(in *ssa.Select) Node {
	n := Node{Op: OpJoin}
	for _, st := range in.States {
		if st.Dir == types.RecvOnly {
			n.X = append(n.X, fb.add(fb.op(OpElem, "", st.Chan)))
		} else {
			fb.add(fb.send(st.Chan, st.Send))
		}
	}
	return n
}

func (fb *funcBuilder) send(to, what ssa.Value) Node {
	n := fb.op(OpStore, "elem", to, what)
	n.T = "send"
	return n
}

func (fb *funcBuilder) alloc(in *ssa.Alloc) Node {
	t := in.Type().Underlying().(*types.Pointer).Elem()
	n := Node{Op: OpAlloc, S: typeID(t)}
	if isAnonymous(in) {
		if e, ok := fb.Catalog.LookupType(t); ok {
			n.Made = &Made{Kind: e.Kind, Name: shortType(t) + "{}", Full: typeID(t) + "{}", Pays: e.Pays, Exclusive: e.Exclusive}
			n.Pos, n.End = fb.span(in.Pos())
			n.T = "*" + n.S
		}
	}
	return n
}

func (fb *funcBuilder) closure(in *ssa.MakeClosure) Node {
	fn := in.Fn.(*ssa.Function)
	if obj, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" { // a method value
		n := fb.op(OpBound, obj.Origin().FullName(), in.Bindings...)
		if recv := obj.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
			n.S, n.Conv = obj.Name(), fb.methodKeys(recv.Type())
		}
		n.Made = fb.made(obj)
		return n
	}
	return fb.op(OpClosure, ID(fn), in.Bindings...)
}

func (fb *funcBuilder) iface(in *ssa.MakeInterface) Node {
	n := fb.op(OpIface, typeID(in.X.Type()), in.X)
	if keys := fb.methodKeys(in.Type()); len(keys) > 0 {
		n.Conv, n.Pkg = keys, declaredIn(in.Type())
		if n.S != "" {
			fb.builder.out.Convs = append(fb.builder.out.Convs, n.S)
		}
	} else {
		fb.provides(in.X.Type())
	}
	return n
}

// provides notes the types that a function given away as any returns: a container
// that calls it by reflection may convert them to interfaces (R1).
func (fb *funcBuilder) provides(t types.Type) {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok {
		return
	}
	for v := range sig.Results().Variables() {
		if id := typeID(v.Type()); id != "" && !types.IsInterface(v.Type()) {
			fb.builder.out.Convs = append(fb.builder.out.Convs, id)
		}
	}
}

func (fb *funcBuilder) extract(in *ssa.Extract) Node {
	if call, ok := in.Tuple.(*ssa.Call); ok && fb.out.Nodes[fb.refs[call]].Op == OpCall {
		return fb.op(OpExtract, strconv.Itoa(in.Index), in.Tuple)
	}
	if isBool(in.Type()) {
		return Node{Op: OpJoin}
	}
	return fb.op(OpJoin, "", in.Tuple)
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// declaredIn returns the path of the package that declares the named type t.
func declaredIn(t types.Type) string {
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
		return n.Obj().Pkg().Path()
	}
	return ""
}
