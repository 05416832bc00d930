package hoist

import (
	"go/ast"
	"go/types"
	"slices"
)

// A target is a function of the package that a call may run.
type target struct {
	node ast.Node // its declaration or literal
	sig  *types.Signature
	expr bool // it is called as T.Method(receiver, …)
}

// targets returns the functions of the package that a call may run; of
// methods that are selected on a value the receiver is passed apart.
func (f *flow) targets(call *ast.CallExpr) []target {
	fun := ast.Unparen(call.Fun)
	if lit, ok := fun.(*ast.FuncLit); ok {
		return []target{f.literalTarget(lit)}
	}
	if sel, ok := fun.(*ast.SelectorExpr); ok && f.Info.Selections[sel] != nil {
		if f.Info.Selections[sel].Kind() != types.FieldVal {
			return f.methods(sel)
		}
	} else if fn := f.callee(call); fn != nil {
		return f.declared(fn, false)
	}
	sig, ok := f.Info.TypeOf(fun).Underlying().(*types.Signature)
	if tv := f.Info.Types[fun]; !ok || tv.IsType() || tv.IsBuiltin() {
		return nil
	}
	return f.valued(sig)
}

func (f *flow) literalTarget(lit *ast.FuncLit) target {
	sig, _ := f.Info.TypeOf(lit).(*types.Signature)
	return target{node: lit, sig: sig}
}

func (f *flow) declared(fn *types.Func, expr bool) []target {
	decl := f.state.funcs[fn.Origin()]
	if decl == nil || decl.Body == nil {
		return nil
	}
	return []target{{decl, fn.Origin().Signature(), expr}}
}

// methods returns what a selected method may be: through an interface those
// of all types of the package that have it, if it can be of such a type.
func (f *flow) methods(e *ast.SelectorExpr) []target {
	sel := f.Info.Selections[e]
	if sel == nil || sel.Kind() == types.FieldVal {
		return nil
	}
	fn := sel.Obj().(*types.Func)
	iface, ok := recvType(fn).Underlying().(*types.Interface)
	if !ok {
		return f.declared(fn, sel.Kind() == types.MethodExpr)
	}
	var out []target
	for other := range f.state.funcs {
		if f.foreign || other.Name() != fn.Name() || other.Signature().Recv() == nil {
			continue
		}
		if t := recvType(other); types.Implements(t, iface) || types.Implements(types.NewPointer(t), iface) {
			out = append(out, f.declared(other, sel.Kind() == types.MethodExpr)...)
		}
	}
	return out
}

// valued returns the functions that a value of the type may be.
func (f *flow) valued(sig *types.Signature) []target {
	var out []target
	for _, t := range f.state.functions() {
		if types.Identical(withoutRecv(t.sig), withoutRecv(sig)) {
			out = append(out, t)
		}
	}
	return out
}

func withoutRecv(s *types.Signature) *types.Signature {
	return types.NewSignatureType(nil, nil, nil, s.Params(), s.Results(), s.Variadic())
}

// functions returns the literals and declared functions of the package.
func (s *state) functions() []target {
	if s.values != nil {
		return s.values
	}
	for _, file := range s.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				if sig, ok := s.Info.TypeOf(n).(*types.Signature); ok {
					s.values = append(s.values, target{node: n, sig: sig})
				}
			case *ast.FuncDecl:
				fn, ok := s.Info.Defs[n.Name].(*types.Func)
				if ok && fn.Signature().TypeParams() == nil && fn.Signature().RecvTypeParams() == nil {
					s.values = append(s.values, target{node: n, sig: fn.Signature()})
				}
			}
			return true
		})
	}
	return s.values
}

// resultsOf returns the results of a declaration or literal.
func (f *flow) resultsOf(fn ast.Node) []*types.Var {
	var sig *types.Signature
	switch fn := fn.(type) {
	case *ast.FuncLit:
		sig, _ = f.Info.TypeOf(fn).(*types.Signature)
	case *ast.FuncDecl:
		if obj, ok := f.Info.Defs[fn.Name].(*types.Func); ok {
			sig = obj.Signature()
		}
	}
	if sig == nil {
		return nil
	}
	return slices.Collect(sig.Results().Variables())
}

// result reports how the i-th value of an expression holds it.
func (f *flow) result(e ast.Expr, i int) hold {
	e = ast.Unparen(e)
	call, ok := e.(*ast.CallExpr)
	switch {
	case e == f.seed:
		return isIt
	case !ok && i == 0:
		return f.holds(e)
	case !ok:
		return isNot
	}
	if tv := f.Info.Types[call.Fun]; tv.IsType() && len(call.Args) == 1 {
		return f.holds(call.Args[0])
	} else if tv.IsBuiltin() {
		return f.appended(call)
	}
	targets := f.targets(call)
	if len(targets) == 0 {
		return f.foreignResult(call, i)
	}
	found := isNot
	for _, t := range targets {
		found = max(found, f.results[t.node][i])
	}
	return found
}

// appended is result for append.
func (f *flow) appended(call *ast.CallExpr) hold {
	found := isNot
	for i, arg := range call.Args {
		h := f.holds(arg)
		if i > 0 {
			h = min(h, inList)
		}
		found = max(found, h)
	}
	return found
}

// foreignResult says that what a function of another package makes of a value
// has it. Results whose type comes from the package of the value's type have
// not: they are what it gives, rows or responses.
func (f *flow) foreignResult(call *ast.CallExpr, i int) hold {
	t := f.Info.TypeOf(call)
	if tuple, ok := t.(*types.Tuple); ok {
		if i >= tuple.Len() {
			return isNot
		}
		t = tuple.At(i).Type()
	}
	if plain(t) || isAnswer(t) {
		return isNot
	}
	for _, arg := range call.Args {
		if f.holds(arg) != isNot && pkgOf(t) != pkgOf(f.Info.TypeOf(arg)) {
			return inHolder
		}
	}
	return isNot
}

// isAnswer reports whether the type is that of answers, which are closed on
// their own, or of lists of them.
func isAnswer(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Slice, *types.Map:
		return true
	}
	named := namedOf(t)
	return named != nil && slices.Contains([]string{"Response", "Rows", "ReadCloser", "Result"}, named.Obj().Name())
}
