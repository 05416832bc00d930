package summary

import (
	"go/types"
	"strconv"
	"strings"
)

// methodKey is a method's name and signature, the same for identical types
// however they are spelled: aliases are resolved, any is interface{}.
func methodKey(m *types.Func) string {
	var k keyWriter
	k.WriteString(m.Name())
	k.signature(m.Signature())
	return k.String()
}

type keyWriter struct{ strings.Builder }

func (k *keyWriter) signature(sig *types.Signature) {
	k.tuple(sig.Params(), sig.Variadic())
	switch results := sig.Results(); results.Len() {
	case 0:
	case 1:
		k.WriteByte(' ')
		k.typ(results.At(0).Type())
	default:
		k.WriteByte(' ')
		k.tuple(results, false)
	}
}

func (k *keyWriter) tuple(t *types.Tuple, variadic bool) {
	k.WriteByte('(')
	for i := range t.Len() {
		if i > 0 {
			k.WriteString(", ")
		}
		typ := t.At(i).Type()
		if s, ok := typ.(*types.Slice); ok && variadic && i == t.Len()-1 {
			k.elem("...", s.Elem())
			continue
		}
		k.typ(typ)
	}
	k.WriteByte(')')
}

func (k *keyWriter) typ(t types.Type) {
	switch t := types.Unalias(t).(type) {
	case *types.Basic: // byte is uint8
		k.WriteString(types.Typ[t.Kind()].Name())
	case *types.Pointer:
		k.elem("*", t.Elem())
	case *types.Slice:
		k.elem("[]", t.Elem())
	case *types.Array:
		k.elem("["+strconv.FormatInt(t.Len(), 10)+"]", t.Elem())
	case *types.Chan:
		k.elem([]string{"chan ", "chan<- ", "<-chan "}[t.Dir()], t.Elem())
	case *types.Map:
		k.elem("map[", t.Key())
		k.elem("]", t.Elem())
	case *types.Signature:
		k.WriteString("func")
		k.signature(t)
	case *types.Named:
		k.named(t)
	case *types.Interface:
		if t.Empty() {
			k.WriteString("any")
			return
		}
		k.WriteString(types.TypeString(t, nil))
	default:
		k.WriteString(types.TypeString(t, nil))
	}
}

func (k *keyWriter) elem(prefix string, t types.Type) {
	k.WriteString(prefix)
	k.typ(t)
}

func (k *keyWriter) named(t *types.Named) {
	if pkg := t.Obj().Pkg(); pkg != nil {
		k.WriteString(pkg.Path() + ".")
	}
	k.WriteString(t.Obj().Name())
	for i := range t.TypeArgs().Len() {
		k.WriteByte("[,"[min(i, 1)])
		k.typ(t.TypeArgs().At(i))
	}
	if t.TypeArgs().Len() > 0 {
		k.WriteByte(']')
	}
}
