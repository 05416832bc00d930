package guard

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A test is what a condition says about one storage.
type test struct {
	key  string    // the storage; see Key
	read ssa.Value // what was read from it
	kind kind
	when polarity
}

type kind uint8

const (
	derived kind = iota // computed from the storage
	isNil               // compared with nil or zero
	isFlag              // a bool
	isErr               // whether a call on the storage failed
)

type polarity uint8

const (
	either polarity = iota
	missingIfTrue
	missingIfFalse
)

// missing returns which way a test leads if the storage is not filled: 0 if it
// is true, 1 if it is false, -1 if that is not known.
func (p polarity) missing() int { return int(p) - 1 }

func flip(p polarity) polarity {
	switch p {
	case missingIfTrue:
		return missingIfFalse
	case missingIfFalse:
		return missingIfTrue
	}
	return either
}

// testsOf returns what a condition says about storages.
func testsOf(cond ssa.Value) []test { return testsWithin(cond, 0) }

// testsWithin follows a condition back through variables, but not for ever: in a
// loop one may be computed from itself.
func testsWithin(cond ssa.Value, depth int) []test {
	switch c := cond.(type) {
	case *ssa.UnOp:
		switch c.Op {
		case token.NOT:
			tests := testsWithin(c.X, depth)
			for i := range tests {
				tests[i].when = flip(tests[i].when)
			}
			return tests
		case token.MUL:
			return keyed(test{key: Key(c), read: c, kind: isFlag, when: missingIfFalse})
		}
	case *ssa.BinOp:
		return compare(c, depth)
	case *ssa.Extract:
		return okTests(c)
	case *ssa.Lookup:
		return keyed(test{key: Key(c), read: c, kind: isFlag, when: missingIfFalse})
	case *ssa.Call:
		return derivedFrom(c, 0)
	case *ssa.Phi:
		return phiTests(c, depth)
	}
	return nil
}

func keyed(tests ...test) []test {
	var out []test
	for _, t := range tests {
		if t.key != "" {
			out = append(out, t)
		}
	}
	return out
}

// compare handles x == y and its like.
func compare(c *ssa.BinOp, depth int) []test {
	if tests := selected(c); tests != nil {
		return tests
	}
	x, y := stored(c.X), stored(c.Y)
	if _, ok := x.(*ssa.Const); ok {
		x, y = y, x
	}
	k, isConst := y.(*ssa.Const)
	if !isConst || (c.Op != token.EQL && c.Op != token.NEQ && !sized(x)) {
		return append(derivedFrom(c.X, 0), derivedFrom(c.Y, 0)...)
	}
	when := missingIfTrue
	if c.Op == token.NEQ || c.Op == token.GTR {
		when = missingIfFalse
	}
	if isError(x.Type()) {
		tests := derivedFrom(x, 0)
		for i := range tests {
			tests[i].kind, tests[i].when = isErr, flip(when)
		}
		return tests
	}
	if !zero(k) {
		return derivedFrom(x, 0)
	}
	if b, ok := x.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
		return boolCompare(x, k, c.Op, depth)
	}
	x = strip(x)
	if key := Key(x); key != "" {
		return []test{{key: key, read: x, kind: isNil, when: when}}
	}
	return nilTests(x, when)
}

// nilTests handles a computed value that is compared with nil or zero.
func nilTests(x ssa.Value, when polarity) []test {
	if isLoadCall(x) {
		tests := derivedFrom(x, 0)
		for i := range tests {
			tests[i].kind, tests[i].when = isNil, when
		}
		return tests
	}
	if call := callOf(x); call != nil {
		return getterTests(call)
	}
	if p, ok := x.(*ssa.Phi); ok {
		return foundTests(p, when)
	}
	if p, ok := x.(*ssa.Parameter); ok { // whose caller stores what comes back
		return []test{{key: "param " + p.Name(), read: p, kind: isNil, when: when}}
	}
	return derivedFrom(x, 0)
}

// callOf returns the call of which v is the result or one of the results.
func callOf(v ssa.Value) *ssa.Call {
	if e, ok := v.(*ssa.Extract); ok {
		v = e.Tuple
	}
	call, _ := v.(*ssa.Call)
	return call
}

// getterTests handles a result that is compared with nil: what the callee gives
// out may be the storage; its receiver and arguments are not.
func getterTests(c *ssa.Call) []test {
	if key := called(c); key != "" {
		return []test{{key: key, read: c, kind: derived}}
	}
	return nil
}

// called names what a call reads: two calls of one function read the same.
func called(c *ssa.Call) string {
	if callee := c.Call.StaticCallee(); callee != nil {
		return "call " + callee.RelString(nil)
	}
	on := Key(c.Call.Value)
	switch {
	case on == "":
		return ""
	case c.Call.IsInvoke():
		return "call " + on + "." + c.Call.Method.Name()
	}
	return "call " + on
}

// boolCompare handles flag == false.
func boolCompare(x ssa.Value, k *ssa.Const, op token.Token, depth int) []test {
	tests := testsWithin(x, depth)
	if (op == token.EQL) == zero(k) {
		for i := range tests {
			tests[i].when = flip(tests[i].when)
		}
	}
	return tests
}

// sized reports whether x is a length.
func sized(x ssa.Value) bool {
	call, ok := x.(*ssa.Call)
	if !ok {
		return false
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && (b.Name() == "len" || b.Name() == "cap")
}

func zero(k *ssa.Const) bool {
	if k.Value == nil {
		return true
	}
	switch s := k.Value.ExactString(); s {
	case "0", "false", `""`:
		return true
	}
	return false
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

// strip removes what does not change which storage a value came from: len,
// conversions, type assertions, loads of atomics.
func strip(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.Call:
			if !sized(x) {
				return v
			}
			v = x.Call.Args[0]
		case *ssa.TypeAssert:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.Extract:
			inner, ok := x.Tuple.(*ssa.TypeAssert)
			if !ok || x.Index != 0 {
				return v
			}
			v = inner.X
		default:
			return v
		}
	}
}

// isLoadCall reports whether v is what a sync/atomic or sync.Map load returned.
func isLoadCall(v ssa.Value) bool {
	if e, ok := v.(*ssa.Extract); ok {
		v = e.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok || call.Call.StaticCallee() == nil {
		return false
	}
	name := call.Call.StaticCallee().RelString(nil)
	return strings.HasPrefix(name, "(*sync/atomic.") && strings.Contains(name, ".Load") || name == "(*sync.Map).Load"
}

// okTests handles the ok of a map lookup, type assertion or call.
func okTests(e *ssa.Extract) []test {
	switch t := e.Tuple.(type) {
	case *ssa.Lookup:
		return keyed(test{key: Key(t), read: t, kind: isNil, when: missingIfFalse})
	case *ssa.TypeAssert:
		x := strip(t.X)
		if key := Key(x); key != "" {
			return []test{{key: key, read: x, kind: isNil, when: missingIfFalse}}
		}
		return withPolarity(derivedFrom(x, 0), missingIfFalse)
	case *ssa.Call:
		tests := derivedFrom(t, 0)
		if isLoadCall(t) {
			return withPolarity(tests, missingIfFalse)
		}
		return tests
	}
	return derivedFrom(e, 0)
}

func withPolarity(tests []test, p polarity) []test {
	for i := range tests {
		tests[i].when = p
	}
	return tests
}

// phiTests handles conditions that were put into a variable: ok := a && b.
func phiTests(p *ssa.Phi, depth int) []test {
	if depth > maxDerived {
		return nil
	}
	var out []test
	for i, v := range p.Edges {
		if _, isConst := v.(*ssa.Const); !isConst {
			if _, again := v.(*ssa.Phi); !again {
				out = append(out, testsWithin(v, depth+1)...)
			}
		}
		pred := p.Block().Preds[i]
		if cond, ok := pred.Instrs[len(pred.Instrs)-1].(*ssa.If); ok && cond.Cond != ssa.Value(p) {
			if _, again := cond.Cond.(*ssa.Phi); !again {
				out = append(out, testsWithin(cond.Cond, depth+1)...)
			}
		}
	}
	return withPolarity(out, either)
}

// maxDerived bounds how far a condition is followed back through calls.
const maxDerived = 4

// derivedFrom returns the storages that v is computed from.
func derivedFrom(v ssa.Value, depth int) []test {
	if depth > maxDerived {
		return nil
	}
	if key := Key(v); key != "" {
		tests := []test{{key: key, read: v, kind: derived}}
		if whole := embedder(v); whole != nil {
			tests = append(tests, derivedFrom(whole, depth)...)
		}
		return tests
	}
	switch x := v.(type) {
	case *ssa.Extract:
		return derivedFrom(x.Tuple, depth)
	case *ssa.Call:
		return callTests(x, depth)
	case *ssa.BinOp:
		return append(derivedFrom(x.X, depth+1), derivedFrom(x.Y, depth+1)...)
	case *ssa.UnOp:
		return derivedFrom(x.X, depth+1)
	case *ssa.Convert:
		return derivedFrom(x.X, depth+1)
	case *ssa.ChangeType:
		return derivedFrom(x.X, depth+1)
	case *ssa.TypeAssert:
		return derivedFrom(x.X, depth+1)
	}
	return nil
}

// embedder returns the struct of which v is an embedded field, or nil: a method
// that is promoted from the field is called on the struct.
func embedder(v ssa.Value) ssa.Value {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		v = load.X
	}
	switch x := v.(type) {
	case *ssa.FieldAddr:
		if isEmbedded(x.X.Type(), x.Field) {
			return x.X
		}
	case *ssa.Field:
		if isEmbedded(x.X.Type(), x.Field) {
			return x.X
		}
	}
	return nil
}

func isEmbedded(t types.Type, i int) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	return ok && s.Field(i).Embedded()
}

// callTests handles what a call says: about its receiver and arguments, or, if
// it has none, about what the callee reads.
func callTests(c *ssa.Call, depth int) []test {
	var out []test
	args := c.Call.Args
	if c.Call.IsInvoke() {
		args = append([]ssa.Value{c.Call.Value}, args...)
	}
	for _, a := range args {
		out = append(out, derivedFrom(a, depth+1)...)
	}
	if key := called(c); key != "" {
		out = append(out, test{key: key, read: c, kind: derived})
	}
	return out
}
