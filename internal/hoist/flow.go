package hoist

import (
	"go/ast"
	"go/token"
	"go/types"
)

// A hold says how a variable holds what is followed.
type hold int

const (
	isNot    hold = iota
	inHolder      // something that another package made of it: it may be closed
	inList        // a list, map or pointer that has it
	isIt          // it is it, or a part of it
)

// A flow follows what moves through the package: into variables, parameters,
// results and fields, which count for all structs of their type. It finds what
// must not be done with something that all invocations share (F4).
type flow struct {
	*planner
	seed    ast.Expr // an expression that moves, or nil
	vars    map[types.Object]hold
	outs    map[types.Object]bool // parameters through which it is given back
	results map[ast.Node]map[int]hold
	grew    bool
	foreign bool // it has no methods of this package
}

// follow returns the flow of what the variables and the expression hold.
func (pl *planner) follow(seed ast.Expr, vars ...*types.Var) *flow {
	return pl.followIn(pl.state.flowing(), seed, vars...)
}

// followIn is follow in a part of the package.
func (pl *planner) followIn(nodes []ast.Node, seed ast.Expr, vars ...*types.Var) *flow {
	f := &flow{planner: pl, seed: seed, vars: make(map[types.Object]hold),
		outs: make(map[types.Object]bool), results: make(map[ast.Node]map[int]hold)}
	f.foreign = seed == nil || pl.isForeign(pl.Info.TypeOf(seed))
	for _, v := range vars {
		f.add(v, isIt)
		f.foreign = f.foreign && pl.isForeign(v.Type())
	}
	for f.grew = true; f.grew; {
		f.grew = false
		for _, n := range nodes {
			f.step(n)
		}
	}
	return f
}

// isForeign reports whether values of the type are of a type of another module.
func (pl *planner) isForeign(t types.Type) bool {
	if tuple, ok := t.(*types.Tuple); ok {
		t = tuple.At(0).Type()
	}
	pkg := pkgOf(t)
	return pkg != nil && !types.IsInterface(t) && !pl.ownModule(pkg)
}

// flowing returns the nodes of the package that pass values on.
func (s *state) flowing() []ast.Node {
	if s.nodes != nil {
		return s.nodes
	}
	for _, file := range s.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if flows(n) {
				s.nodes = append(s.nodes, n)
			}
			return true
		})
	}
	return s.nodes
}

// flows reports whether a node may pass a value on or do something with it.
func flows(n ast.Node) bool {
	switch n.(type) {
	case *ast.AssignStmt, *ast.ValueSpec, *ast.RangeStmt, *ast.CallExpr, *ast.ReturnStmt, *ast.SendStmt,
		*ast.CompositeLit, *ast.SelectorExpr, *ast.TypeSwitchStmt, *ast.IncDecStmt:
		return true
	}
	return false
}

// add notes that a variable holds it. Plain values and errors do not.
func (f *flow) add(obj types.Object, h hold) {
	v, ok := obj.(*types.Var)
	if !ok || h == isNot || plain(v.Type()) {
		return
	}
	if v = v.Origin(); f.vars[v] < h {
		f.vars[v], f.grew = h, true
	}
}

// plain reports whether a value of the type refers to nothing.
func plain(t types.Type) bool {
	_, basic := t.Underlying().(*types.Basic)
	return basic || isError(t) || isContext(t)
}

// step passes on what one node passes on.
func (f *flow) step(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		f.assignAll(n.Lhs, n.Rhs)
	case *ast.ValueSpec:
		var names []ast.Expr
		for _, id := range n.Names {
			names = append(names, id)
		}
		f.assignAll(names, n.Values)
	case *ast.RangeStmt:
		if _, ok := f.Info.TypeOf(n.X).Underlying().(*types.Chan); ok && n.Key != nil {
			f.assign(n.Key, f.inside(n.X))
		} else if n.Value != nil {
			f.assign(n.Value, f.inside(n.X))
		}
	case *ast.SendStmt:
		f.assign(n.Chan, min(f.holds(n.Value), inList))
	case *ast.CallExpr:
		f.pass(n)
	case *ast.ReturnStmt:
		f.giveBack(n)
	case *ast.CompositeLit:
		f.fill(n)
	case *ast.SelectorExpr:
		if h := f.receiver(n); h != isNot {
			for _, t := range f.methods(n) {
				f.add(t.sig.Recv(), h)
			}
		}
	case *ast.TypeSwitchStmt:
		f.typeSwitch(n)
	}
}

// assignAll passes the values on the right on to what stands on the left.
func (f *flow) assignAll(left, right []ast.Expr) {
	for i, e := range left {
		switch {
		case len(left) == len(right):
			f.assign(e, f.holds(right[i]))
		case len(right) == 1:
			f.assign(e, f.result(right[0], i))
		}
	}
}

// assign notes that the place e takes it.
func (f *flow) assign(e ast.Expr, h hold) {
	if h == isNot {
		return
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		f.add(f.Info.ObjectOf(e), h)
	case *ast.SelectorExpr:
		if v, ok := f.Info.ObjectOf(e.Sel).(*types.Var); ok && (!v.IsField() || f.own(v.Pkg())) {
			f.add(v, h)
		} else {
			f.giveOut(e.X, min(h, inHolder))
		}
	case *ast.IndexExpr:
		f.giveOut(e.X, min(h, inList))
	case *ast.StarExpr:
		f.giveOut(e.X, min(h, inList))
	}
}

// giveOut notes that what e refers to has it, for callers too.
func (f *flow) giveOut(e ast.Expr, h hold) {
	f.assign(e, h)
	if id, ok := ast.Unparen(e).(*ast.Ident); ok && !f.outs[f.Info.ObjectOf(id)] {
		f.outs[f.Info.ObjectOf(id)], f.grew = true, true
	}
}

// pass passes arguments on to parameters, and back what is given out.
func (f *flow) pass(call *ast.CallExpr) {
	args := call.Args
	for _, t := range f.targets(call) {
		rest := args
		if t.expr && len(rest) > 0 {
			f.add(t.sig.Recv(), f.holds(rest[0]))
			rest = rest[1:]
		}
		n := t.sig.Params().Len()
		for i, arg := range rest {
			if n == 0 {
				break
			}
			p, h := t.sig.Params().At(min(i, n-1)), f.holds(arg)
			if t.sig.Variadic() && i >= n-1 && !call.Ellipsis.IsValid() {
				h = min(h, inList)
			}
			f.add(p, h)
			if f.outs[p] {
				f.giveTo(arg)
			}
		}
	}
}

// giveTo notes that an argument takes what the callee gives out through it.
func (f *flow) giveTo(arg ast.Expr) {
	if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND {
		f.assign(u.X, isIt)
		return
	}
	f.assign(arg, inList)
}

// giveBack notes what a return statement gives.
func (f *flow) giveBack(ret *ast.ReturnStmt) {
	fn := f.enclosing(ret)
	for i := range f.resultsOf(fn) {
		var h hold
		switch {
		case len(ret.Results) == 0:
			h = f.vars[f.resultsOf(fn)[i]]
		case len(ret.Results) == 1:
			h = f.result(ret.Results[0], i)
		default:
			h = f.holds(ret.Results[i])
		}
		if h > f.results[fn][i] && !plain(f.resultsOf(fn)[i].Type()) {
			if f.results[fn] == nil {
				f.results[fn] = make(map[int]hold)
			}
			f.results[fn][i], f.grew = h, true
		}
	}
}

// fill notes the fields of a struct of this package that hold it.
func (f *flow) fill(lit *ast.CompositeLit) {
	st, ok := f.ownStruct(lit)
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			f.add(f.Info.ObjectOf(kv.Key.(*ast.Ident)), f.holds(kv.Value))
		} else {
			f.add(st.Field(i), f.holds(e))
		}
	}
}

// ownStruct returns the type of a literal if it is a struct whose fields this
// package declares.
func (f *flow) ownStruct(lit *ast.CompositeLit) (*types.Struct, bool) {
	t := f.Info.TypeOf(lit).Underlying()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem().Underlying()
	}
	st, ok := t.(*types.Struct)
	return st, ok && st.NumFields() > 0 && f.own(st.Field(0).Pkg())
}

// typeSwitch passes the operand of switch x := e.(type) on.
func (f *flow) typeSwitch(s *ast.TypeSwitchStmt) {
	a, ok := s.Assign.(*ast.AssignStmt)
	if !ok {
		return
	}
	for _, clause := range s.Body.List {
		if v := f.Info.Implicits[clause]; v != nil {
			f.add(v, f.holds(a.Rhs[0]))
		}
	}
}

// holds reports how the value of e holds it.
func (f *flow) holds(e ast.Expr) hold {
	if e = ast.Unparen(e); e == f.seed {
		return isIt
	}
	switch e := e.(type) {
	case *ast.Ident:
		return f.varHolds(f.Info.ObjectOf(e))
	case *ast.SelectorExpr:
		return f.selects(e)
	case *ast.IndexExpr:
		return f.inside(e.X)
	case *ast.StarExpr:
		return f.inside(e.X)
	case *ast.SliceExpr:
		return f.holds(e.X)
	case *ast.TypeAssertExpr:
		return f.holds(e.X)
	case *ast.UnaryExpr:
		return f.unary(e)
	case *ast.CallExpr:
		return f.result(e, 0)
	case *ast.CompositeLit:
		return f.literal(e)
	}
	return isNot
}

// unary is holds for &x and <-x. The address of a variable that refers to it is
// only a way to give it back.
func (f *flow) unary(e *ast.UnaryExpr) hold {
	if e.Op == token.ARROW {
		return f.inside(e.X)
	}
	h := f.holds(e.X)
	if _, ok := ast.Unparen(e.X).(*ast.Ident); ok && e.Op == token.AND {
		if _, whole := f.Info.TypeOf(e.X).Underlying().(*types.Struct); !whole {
			return min(h, inList)
		}
	}
	return h
}

func (f *flow) varHolds(obj types.Object) hold {
	if v, ok := obj.(*types.Var); ok {
		return f.vars[v.Origin()]
	}
	return isNot
}

// inside is holds for an element of e.
func (f *flow) inside(e ast.Expr) hold {
	if h := f.holds(e); h != inList {
		return h
	}
	return isIt
}

// selects is holds for a field or another package's variable.
func (f *flow) selects(e *ast.SelectorExpr) hold {
	sel := f.Info.Selections[e]
	if sel == nil {
		return f.varHolds(f.Info.ObjectOf(e.Sel))
	}
	return max(f.path(sel), f.inside(e.X))
}

// path reports whether one of the fields on the way of a selection holds it.
func (f *flow) path(sel *types.Selection) hold {
	t, found := sel.Recv(), isNot
	index := sel.Index()
	if sel.Kind() != types.FieldVal {
		index = index[:len(index)-1]
	}
	for _, i := range index {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		st, ok := t.Underlying().(*types.Struct)
		if !ok {
			return found
		}
		found = max(found, f.varHolds(st.Field(i)))
		t = st.Field(i).Type()
	}
	return found
}

// receiver reports whether the receiver of a selected method holds it.
func (f *flow) receiver(e *ast.SelectorExpr) hold {
	sel := f.Info.Selections[e]
	if sel == nil || sel.Kind() != types.MethodVal {
		return isNot
	}
	return max(f.path(sel), f.holds(e.X))
}

// literal is holds for a composite literal: lists, and structs of others.
func (f *flow) literal(lit *ast.CompositeLit) hold {
	if _, ok := f.ownStruct(lit); ok {
		return isNot
	}
	found, most := isNot, inList
	if _, ok := f.Info.TypeOf(lit).Underlying().(*types.Struct); ok {
		most = inHolder
	}
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		found = max(found, min(f.holds(e), most))
	}
	return found
}
