package guard

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Key names the storage that v is, or was read from, so that two reads of one
// variable, field or map get one name; it is "" where v is no such thing. The
// names mean nothing outside of one function. Loads end in "*".
func Key(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Global:
		return "global " + v.String()
	case *ssa.FreeVar:
		return "free " + v.Name()
	case *ssa.Alloc:
		if k := copied(v); k != "" {
			return k
		}
		return "local " + v.Name()
	case *ssa.FieldAddr:
		return field(v.X, v.Field)
	case *ssa.Field:
		return field(v.X, v.Field)
	case *ssa.UnOp:
		if k := base(v.X); v.Op == token.MUL && k != "" {
			return k + "*"
		}
	case *ssa.IndexAddr:
		return suffix(base(v.X), index(v.Index))
	case *ssa.Lookup:
		return suffix(base(v.X), index(v.Index))
	case *ssa.Extract:
		if l, ok := v.Tuple.(*ssa.Lookup); ok {
			return Key(l)
		}
	}
	return ""
}

// index tells elements apart whose places are constants.
func index(v ssa.Value) string {
	if k, ok := v.(*ssa.Const); ok && k.Value != nil {
		return "[" + k.Value.ExactString() + "]"
	}
	return "[]"
}

// copied returns the storage of which a local struct is a copy, or "".
func copied(a *ssa.Alloc) string {
	if l := lookedUp(a); l != nil {
		return Key(l)
	}
	return ""
}

// lookedUp returns the lookup of which a local struct is a copy, or nil: in
// "if it, ok := m[k]; ok && it.at …" the map's element.
func lookedUp(a *ssa.Alloc) *ssa.Lookup {
	if _, ok := a.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct); !ok {
		return nil
	}
	for _, ref := range *a.Referrers() {
		st, ok := ref.(*ssa.Store)
		if !ok || st.Addr != ssa.Value(a) {
			continue
		}
		from := st.Val
		if e, ok := from.(*ssa.Extract); ok {
			from = e.Tuple
		}
		if l, ok := from.(*ssa.Lookup); ok {
			return l
		}
	}
	return nil
}

// Source returns where what a condition reads comes from: for a field of a local
// copy of a struct what was copied, and the field's path in it, else v.
func Source(v ssa.Value) (from ssa.Value, path string) {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return v, ""
	}
	var fields []string
	for at := load.X; ; {
		switch x := at.(type) {
		case *ssa.FieldAddr:
			fields = append(fields, fieldName(x))
			at = x.X
			continue
		case *ssa.Alloc:
			if from := original(x); from != nil && at != load.X {
				slices.Reverse(fields)
				return from, strings.Join(fields, ".")
			}
		}
		return v, ""
	}
}

func fieldName(x *ssa.FieldAddr) string {
	return x.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct).Field(x.Field).Name()
}

// original returns what a local variable is a copy of, or nil: the lookup, the
// load or the parameter. The copy of a receiver counts as a variable of its own.
func original(a *ssa.Alloc) ssa.Value {
	if l := lookedUp(a); l != nil {
		return l
	}
	var from ssa.Value
	for _, ref := range *a.Referrers() {
		st, ok := ref.(*ssa.Store)
		if !ok || st.Addr != ssa.Value(a) {
			continue
		}
		if from != nil {
			return nil
		}
		from = st.Val
	}
	switch x := from.(type) {
	case *ssa.Parameter:
		if fn := x.Parent(); x != fn.Params[0] || fn.Signature.Recv() == nil {
			return x
		}
	case *ssa.UnOp:
		if Key(x) != "" {
			return x
		}
	}
	return nil
}

// base is Key, but parameters and getters' results count too: something can
// be stored behind them.
func base(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Parameter:
		return "param " + v.Name()
	case *ssa.Call:
		if f := v.Call.StaticCallee(); f != nil && len(v.Call.Args) == 0 {
			return "result " + f.RelString(nil)
		}
		return "value " + v.Name()
	case *ssa.ChangeType:
		return base(v.X)
	case *ssa.Phi, *ssa.Extract, *ssa.TypeAssert, *ssa.MakeMap:
		if k := Key(v); k != "" {
			return k
		}
		return "value " + v.Name()
	}
	return Key(v)
}

func suffix(k, s string) string {
	if k == "" {
		return ""
	}
	return k + s
}

func field(x ssa.Value, i int) string {
	k := base(x)
	if k == "" {
		return ""
	}
	return k + "." + FieldName(x.Type(), i)
}

// FieldName returns the name of field i of the struct t is or points to.
func FieldName(t types.Type, i int) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return strconv.Itoa(i)
	}
	return s.Field(i).Name()
}
