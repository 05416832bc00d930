package summary

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// types notes the method sets of the package's types, promoted methods
// included, so that calls through interfaces find their bodies.
func (b *builder) types() {
	scope := b.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
			continue
		}
		b.typ(tn.Type())
		b.typ(types.NewPointer(tn.Type()))
	}
	slices.SortFunc(b.out.Types, func(x, y *Type) int { return strings.Compare(x.ID, y.ID) })
}

func (b *builder) typ(t types.Type) {
	ms := types.NewMethodSet(t)
	if ms.Len() == 0 {
		return
	}
	out := &Type{ID: typeID(t)}
	for sel := range ms.Methods() {
		out.Methods = append(out.Methods, method(t, sel))
	}
	b.out.Types = append(b.out.Types, out)
}

func method(t types.Type, sel *types.Selection) Method {
	fn := sel.Obj().(*types.Func)
	key := methodKey(fn)
	m := Method{Name: fn.Name(), Sig: key[len(fn.Name()):]}
	if recv := fn.Signature().Recv(); recv == nil || !types.IsInterface(recv.Type()) {
		m.Func = fn.Origin().FullName()
	}
	index := sel.Index()
	for _, i := range index[:len(index)-1] {
		st := structOf(t)
		if st == nil {
			break
		}
		f := st.Field(i)
		m.Path = append(m.Path, f.Name())
		t = f.Type()
	}
	return m
}

func structOf(t types.Type) *types.Struct {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, _ := t.Underlying().(*types.Struct)
	return st
}

// guardName says in words what a guard tests.
func guardName(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.UnOp:
		return guardName(v.X)
	case *ssa.Global:
		return v.Name()
	case *ssa.FieldAddr:
		return dotted(guardName(v.X), v.X.Type(), v.Field)
	case *ssa.Field:
		return dotted(guardName(v.X), v.X.Type(), v.Field)
	case *ssa.Alloc:
		if isAnonymous(v) {
			return ""
		}
		return v.Comment
	case *ssa.Lookup:
		return guardName(v.X)
	case *ssa.Extract:
		return guardName(v.Tuple)
	case *ssa.Call:
		return calledName(v)
	case *ssa.Parameter, *ssa.FreeVar:
		return v.Name()
	case *ssa.ChangeType:
		return guardName(v.X)
	}
	return ""
}

// calledName says in words what a call tests; loads of atomics and of sync.Map
// are reads of a variable.
func calledName(c *ssa.Call) string {
	f := c.Call.StaticCallee()
	switch {
	case f != nil && f.Signature.Recv() != nil && strings.HasPrefix(f.Name(), "Load"):
		return guardName(c.Call.Args[0])
	case f != nil:
		return f.Name() + "()"
	case c.Call.IsInvoke():
		return c.Call.Method.Name() + "()"
	}
	return ""
}

// isAnonymous reports whether what is allocated is a literal, or by new, and no variable.
func isAnonymous(v *ssa.Alloc) bool { return v.Comment == "complit" || v.Comment == "new" }

func dotted(base string, t types.Type, i int) string {
	st := structOf(t)
	if st == nil {
		return base
	}
	if base == "" {
		return st.Field(i).Name()
	}
	return base + "." + st.Field(i).Name()
}
