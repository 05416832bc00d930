package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/lambdainit/lambdainit/internal/guard"
)

// guards notes under which tests the function's nodes run (G2, G3).
func (fb *funcBuilder) guards() {
	if len(fb.fn.Blocks) < 2 {
		return
	}
	index := make(map[int]int32) // from guard.Find's numbering to ours
	found := guard.Find(fb.fn)
	for i, g := range found {
		under := fb.under(g)
		if len(under) == 0 {
			continue
		}
		index[i] = int32(len(fb.out.Guards))
		fb.out.Guards = append(fb.out.Guards, fb.guard(g, under))
	}
	for i, g := range found {
		at, ok := index[i]
		if !ok {
			continue
		}
		for _, other := range g.And {
			if j, ok := index[other]; ok {
				fb.out.Guards[at].And = append(fb.out.Guards[at].And, j)
			}
		}
		for _, r := range fb.out.Guards[at].Under {
			fb.out.Nodes[r].Guards = append(fb.out.Nodes[r].Guards, at)
		}
	}
}

// under returns the stores, calls, allocations and copies that a guard covers, if
// something is made among them.
func (fb *funcBuilder) under(g guard.Guard) []Ref {
	var out []Ref
	builds := false
	for _, b := range g.Under {
		for _, in := range b.Instrs {
			at, ok := fb.at[in]
			if !ok {
				continue
			}
			switch n := fb.out.Nodes[at]; {
			case n.Op == OpCall || n.Op == OpAlloc || n.Made != nil:
				builds = true
				out = append(out, at)
			case n.Op == OpStore || n.Op == OpClosure || n.Op == OpLoad && n.S == "copy":
				out = append(out, at)
			}
		}
	}
	if !builds {
		return nil
	}
	return out
}

func (fb *funcBuilder) guard(g guard.Guard, under []Ref) Guard {
	out := Guard{Nil: g.Nil, Inverted: g.Inverted, Reset: g.Reset, Under: under}
	for _, in := range g.After {
		if at, ok := fb.at[in]; ok {
			out.After = append(out.After, at)
		}
	}
	for _, c := range g.Conds {
		out.Claims = out.Claims || claims(c)
		_, received := c.(*ssa.Select)
		out.Takes = g.Inverted && received
		from, path := guard.Source(c)
		out.Conds, out.Field = append(out.Conds, fb.ref(from)), path
		if out.What == "" {
			out.What, out.Type = guardName(c), testedType(c.Type())
			out.ByValue = byValue(fb.fn, c)
		}
	}
	at := condPos(g.If)
	out.Pos = fb.pos(at)
	if stmt := fb.ifAt(at); stmt != nil {
		out.Pos = fb.pos(stmt.Pos())
		out.Shadowed = g.Nil && fb.shadows(stmt, out.What)
	}
	return out
}

// testedType is the type of what was tested; of several results, as of a map's
// element and whether it is there, the first counts. Of plain values only flags
// have one: nobody keeps a client in a number, a time or an error.
func testedType(t types.Type) string {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(0).Type()
	}
	if isBool(t) {
		return "bool"
	}
	if scalar(t) {
		return ""
	}
	return typeID(t)
}

// claims reports whether a condition is what a CompareAndSwap, LoadOrStore or
// counter returned: only the first invocation gets past it.
//
// A counter may be a variable, too: n++; if n == 1 { … }.
func claims(v ssa.Value) bool {
	if e, ok := v.(*ssa.Extract); ok {
		v = e.Tuple
	}
	if load, ok := v.(*ssa.UnOp); ok {
		return counts(load)
	}
	call, ok := v.(*ssa.Call)
	if !ok || call.Call.StaticCallee() == nil {
		return false
	}
	name := call.Call.StaticCallee().RelString(nil)
	return name == "(*sync.Map).LoadOrStore" || strings.Contains(name, "sync/atomic.") &&
		(strings.Contains(name, "CompareAndSwap") || strings.Contains(name, "Add") || strings.Contains(name, "Swap"))
}

// localTest returns the local variable that an if statement around p tests for
// nil before it is filled, or "" (G4).
func (fb *funcBuilder) localTest(p token.Pos) string {
	for _, stmt := range fb.ifs {
		if p < stmt.Body.Pos() || stmt.Body.End() < p {
			continue
		}
		cmp, ok := ast.Unparen(stmt.Cond).(*ast.BinaryExpr)
		if !ok || cmp.Op != token.EQL || !fb.Info.Types[cmp.Y].IsNil() {
			continue
		}
		id, ok := ast.Unparen(cmp.X).(*ast.Ident)
		if !ok || !fb.isLocal(id) || !fb.fills(stmt.Body, fb.Info.Uses[id]) {
			continue
		}
		return id.Name
	}
	return ""
}

// fills reports whether a statement assigns a variable, which a test of that
// variable is there for.
func (fb *funcBuilder) fills(stmt ast.Stmt, v types.Object) bool {
	found := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok {
			for _, lhs := range a.Lhs {
				id, ok := ast.Unparen(lhs).(*ast.Ident)
				found = found || ok && fb.Info.Uses[id] == v
			}
		}
		return !found
	})
	return found
}

// isLocal reports whether id is a variable declared in the function's body.
func (fb *funcBuilder) isLocal(id *ast.Ident) bool {
	v, ok := fb.Info.Uses[id].(*types.Var)
	syntax := fb.fn.Syntax()
	if !ok || syntax == nil || isError(v.Type()) {
		return false
	}
	var body *ast.BlockStmt
	switch s := syntax.(type) {
	case *ast.FuncDecl:
		body = s.Body
	case *ast.FuncLit:
		body = s.Body
	}
	return body != nil && body.Pos() <= v.Pos() && v.Pos() < body.End()
}

// condPos finds a position in an if statement's condition.
func condPos(cond *ssa.If) token.Pos {
	if p := cond.Cond.Pos(); p.IsValid() {
		return p
	}
	instrs := cond.Block().Instrs
	for i := len(instrs) - 1; i >= 0; i-- {
		if p := instrs[i].Pos(); p.IsValid() {
			return p
		}
	}
	return token.NoPos
}

// shadows reports whether, under the test or after its early return, a :=
// declares a variable with the name of the tested one (G4).
func (fb *funcBuilder) shadows(test *ast.IfStmt, what string) bool {
	return fb.lastDef[what[strings.LastIndexByte(what, '.')+1:]] > test.Body.Pos()
}

// byValue reports whether v was read from the copy of a receiver that is
// passed by value (G4).
func byValue(fn *ssa.Function, v ssa.Value) bool {
	if fn.Signature.Recv() == nil || len(fn.Params) == 0 || fn.Signature.Recv() != fn.Params[0].Object() {
		return false
	}
	for {
		switch x := v.(type) {
		case *ssa.UnOp:
			v = x.X
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.Field:
			v = x.X
		case *ssa.Parameter:
			return x == fn.Params[0] && structOf(x.Type()) != nil && !isPointer(x.Type())
		case *ssa.Alloc:
			return holdsParam(x, fn.Params[0])
		default:
			return false
		}
	}
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// holdsParam reports whether a is where parameter p was spilled to.
func holdsParam(a *ssa.Alloc, p *ssa.Parameter) bool {
	for _, ref := range *a.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == ssa.Value(a) && st.Val == ssa.Value(p) {
			return true
		}
	}
	return false
}

// counts reports whether a variable that is compared with one number was
// counted up right before.
func counts(load *ssa.UnOp) bool {
	key := guard.Key(load)
	if key == "" || strings.Contains(key, "[]") || !slices.ContainsFunc(*load.Referrers(), isNumberTest) {
		return false
	}
	for _, in := range load.Block().Instrs {
		if in == ssa.Instruction(load) {
			break
		}
		st, ok := in.(*ssa.Store)
		if !ok {
			continue
		}
		if sum, ok := st.Val.(*ssa.BinOp); ok && sum.Op == token.ADD && guard.Key(sum.X) == key && guard.Key(st.Addr)+"*" == key {
			return true
		}
	}
	return false
}

// isNumberTest reports whether an instruction compares something with one number.
func isNumberTest(in ssa.Instruction) bool {
	c, ok := in.(*ssa.BinOp)
	if !ok || c.Op != token.EQL && c.Op != token.NEQ {
		return false
	}
	_, isConst := c.Y.(*ssa.Const)
	return isConst
}
