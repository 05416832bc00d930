package hoist

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/lambdainit/lambdainit/internal/foreign"
)

// isPreparation reports whether a function changes what constructors look at
// behind their arguments: the environment, the folder, registered drivers.
func isPreparation(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil || fn.Signature().Recv() != nil {
		return false
	}
	switch fn.FullName() {
	case "os.Setenv", "os.Unsetenv", "os.Clearenv", "os.Chdir", "database/sql.Register":
		return true
	}
	switch fn.Pkg().Path() {
	case "github.com/joho/godotenv", "github.com/joho/godotenv/autoload", "github.com/subosito/gotenv":
		return foreign.HasWord(fn.Name(), []string{"Load", "Overload", "Must", "Apply", "Over"})
	}
	return false
}

// A preparation is a call that others may depend on.
type preparation struct {
	call  *ast.CallExpr
	early bool // before the first invocation, and not during one
}

// preparations finds those calls in the package.
func (s *state) preparations() []preparation {
	if s.prepared == nil {
		s.prepared = []preparation{}
		for _, f := range s.Files {
			if strings.HasSuffix(s.Fset.Position(f.Pos()).Filename, "_test.go") {
				continue
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok && isPreparation(s.callee(call)) {
					s.prepared = append(s.prepared, preparation{call, s.early(call, 0)})
				}
				return true
			})
		}
	}
	return s.prepared
}

// early reports whether a node runs in main or before it, and nowhere else as
// far as this package knows.
func (s *state) early(n ast.Node, depth int) bool {
	if s.when(n) != atLarge {
		return true
	}
	fn := s.funcOf(n)
	if fn == nil || depth > maxCallers || s.literal(n, fn) {
		return false
	}
	obj, _ := s.Info.Defs[fn.Name].(*types.Func)
	callers := s.callers(obj)
	for _, call := range callers {
		if !s.early(call, depth+1) {
			return false
		}
	}
	return len(callers) > 0
}

// maxCallers bounds how far callers are followed.
const maxCallers = 8

// literal reports whether a node of a function stands in a function literal.
func (s *state) literal(n ast.Node, fn *ast.FuncDecl) bool {
	for m := n; m != nil && m != ast.Node(fn); m = s.parent[m] {
		if _, ok := m.(*ast.FuncLit); ok {
			return true
		}
	}
	return false
}

// unprepared refuses calls where others prepare the ground for them: before main
// what main prepares is not there yet, and what an invocation prepares may be
// something else each time.
func (s *state) unprepared(u *unit, mode Mode) *refusal {
	if !callsAnything(u) {
		return nil
	}
	for _, p := range s.preparations() {
		name := quoted(s.callee(p.call))
		switch {
		case !p.early:
			return &refusal{"what it needs may be changed by " + name, p.call.Pos()}
		case mode == Init:
			return &refusal{name + " has to run before", p.call.Pos()}
		}
	}
	return nil
}

// callsAnything reports whether a unit calls a function.
func callsAnything(u *unit) bool {
	found := false
	for _, e := range u.exprs {
		ast.Inspect(e, func(n ast.Node) bool {
			_, ok := n.(*ast.CallExpr)
			found = found || ok
			return !found
		})
	}
	return found
}
