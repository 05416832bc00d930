package foreign

import (
	"go/types"
	"strings"

	"github.com/lambdainit/lambdainit/internal/entry"
)

// OneUse reports whether what a function or method of another module returns
// is for one use, whoever made it: a transaction, a request, a query under way.
// Kept and used again it would be spent, or gather what each use adds to it, so
// only what it was made from can be built once (P1, F4). Clients that methods
// derive from others are for many uses.
func OneUse(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Results().Len() == 0 {
		return false
	}
	result := sig.Results().At(0).Type()
	name, last := fn.Name(), lastWord(typeName(result))
	if sig.Recv() == nil {
		return sessions[last]
	}
	alone := sig.Results().Len() == 1
	switch {
	case sessions[last], begins(name):
		return true
	case last == "Conn" && borrows[name], alone && answers[last]:
		return true
	case !types.Identical(result, sig.Recv().Type()):
		return narrows[name] && isQuery(result)
	}
	return alone && isQuery(result) && !derives(name) || takesContext(sig)
}

// sessions are the last words of types' names that end with what they are for.
var sessions = words("Tx Txn Transaction Rows Cursor Iterator Iter Paginator Batch Pipeliner Pipe")

// answers are those of what a call without an error of its own gives.
var answers = words("Request Req Query Call Cmd Row Result Results Response Reply")

// borrows are methods that take a connection out of a pool, which wants it back.
var borrows = words("Get GetContext GetConn Conn Acquire Take Borrow Checkout")

// narrows are methods that begin a query on what they are called on.
var narrows = words("Where Model Table Select Scopes Joins Preload Unscoped Raw Order Limit ID In SQL")

func words(list string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// begins reports whether a method of this name begins something that ends.
func begins(name string) bool {
	switch name {
	case "R", "Request", "NewRequest", "Pipeline", "TxPipeline", "StartTransaction", "NewTransaction", "NewSession":
		return true
	}
	return strings.HasPrefix(name, "Begin")
}

// derives reports whether a method of this name gives a client like its
// receiver, with other settings.
func derives(name string) bool {
	switch name {
	case "Debug", "Session", "New", "Clone", "Copy", "Unsafe", "LogMode", "AutoMigrate", "Use":
		return true
	}
	for _, p := range []string{"Set", "With", "Enable", "Disable", "Block", "Singular", "On"} {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

// isQuery reports whether a type gathers conditions of a query.
func isQuery(t types.Type) bool {
	where, _, _ := types.LookupFieldOrMethod(t, false, nil, "Where")
	_, ok := where.(*types.Func)
	return ok
}

func takesContext(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if entry.IsContext(v.Type()) {
			return true
		}
	}
	return false
}

// typeName returns the name of t or of what t points to.
func typeName(t types.Type) string {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// lastWord returns the last word of a name in camel case.
func lastWord(name string) string {
	return name[max(strings.LastIndexFunc(name, func(r rune) bool { return 'A' <= r && r <= 'Z' }), 0):]
}
