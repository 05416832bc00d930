package hoist

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// state knows what a package's functions do to its variables and to the
// environment, and who calls them before main.
type state struct {
	*planner
	funcs   map[*types.Func]*ast.FuncDecl
	bodies  map[bodyKey]*body
	nodes   []ast.Node // see flowing
	values  []target   // see functions
	effects map[effectKey]Effect

	prepared []preparation // see preparations; nil before they are known
}

func newState(pl *planner) *state {
	s := &state{planner: pl, funcs: make(map[*types.Func]*ast.FuncDecl), bodies: make(map[bodyKey]*body),
		effects: make(map[effectKey]Effect)}
	for _, f := range pl.Files {
		for _, decl := range f.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok {
				if obj, ok := pl.Info.Defs[fn.Name].(*types.Func); ok {
					s.funcs[obj] = fn
				}
			}
		}
	}
	return s
}

// A writeTime says when a variable is written.
type writeTime int

const (
	atInit  writeTime = iota // in a func init
	inMain                   // in main, outside of function literals
	atLarge                  // anywhere else
)

// when returns the time at which the statement around n runs.
func (s *state) when(n ast.Node) writeTime {
	for m := n; m != nil; m = s.parent[m] {
		switch m := m.(type) {
		case *ast.FuncLit:
			return atLarge
		case *ast.FuncDecl:
			switch {
			case m.Recv == nil && m.Name.Name == "init":
				return atInit
			case m.Recv == nil && m.Name.Name == "main" && s.Pkg.Name() == "main":
				return inMain
			}
			return atLarge
		}
	}
	return atInit
}

// settled reports why v may have another value in an invocation than when
// what moves out of d is evaluated. late is true if that has to be after the
// functions init that stand above.
func (s *state) settled(v *types.Var, d *decl) (late bool, r *refusal) {
	if v.Exported() && s.Pkg.Name() != "main" {
		return false, &refusal{why: v.Name() + " may be assigned by other packages"}
	}
	for _, id := range s.globals[v] {
		switch s.useOf(id) {
		case write, change, address:
		default:
			continue
		}
		when := s.when(id)
		switch {
		case when == atLarge:
			return false, &refusal{v.Name() + " is assigned", id.Pos()}
		case d.mode == Lazy:
		case when == inMain:
			return false, &refusal{v.Name() + " is assigned in main", id.Pos()}
		case !s.earlier(id, d):
			return false, &refusal{v.Name() + " is assigned in a later init", id.Pos()}
		default:
			late = true
		}
	}
	return late, nil
}

// earlier reports whether a func init at n runs before one that is put above d.
func (s *state) earlier(n ast.Node, d *decl) bool {
	file := s.Fset.File(n.Pos())
	if file == d.tok {
		return n.Pos() < d.node.Pos()
	}
	return file.Name() < d.tok.Name()
}

// contents reports why what the pointer, map or slice v refers to may change.
func (s *state) contents(v *types.Var) *refusal {
	_, pointer := v.Type().Underlying().(*types.Pointer)
	for _, id := range s.globals[v] {
		if _, selected := s.up(id).(*ast.SelectorExpr); pointer && !selected {
			return &refusal{"what " + v.Name() + " points to may change", id.Pos()}
		}
		if call, _ := s.methodCall(id); call != nil {
			return &refusal{"what " + v.Name() + " refers to may change", id.Pos()}
		}
	}
	return nil
}

// foreignWrite returns where this package assigns another package's variable.
func (s *state) foreignWrite(v *types.Var) token.Pos {
	for _, id := range s.globals[v] {
		var operand ast.Expr = id
		if sel, ok := s.parent[id].(*ast.SelectorExpr); ok && sel.Sel == id {
			operand = sel
		}
		if a, ok := s.up(operand).(*ast.AssignStmt); ok && isOneOf(a.Lhs, operand) {
			return id.Pos()
		}
	}
	return token.NoPos
}

// calledBeforeMain returns a call of fn, direct or through functions of the
// package, that runs during package initialisation.
func (s *state) calledBeforeMain(fn *ast.FuncDecl) token.Pos {
	for other := range s.callsOf(fn, make(map[*ast.FuncDecl]bool)) {
		return other
	}
	return token.NoPos
}

// callsOf collects the calls that reach fn during package initialisation.
func (s *state) callsOf(fn *ast.FuncDecl, seen map[*ast.FuncDecl]bool) map[token.Pos]bool {
	found := make(map[token.Pos]bool)
	if seen[fn] {
		return found
	}
	seen[fn] = true
	obj, _ := s.Info.Defs[fn.Name].(*types.Func)
	for _, call := range s.callers(obj) {
		caller := s.funcOf(call)
		if s.when(call) == atInit {
			found[call.Pos()] = true
		} else if caller != nil {
			for pos := range s.callsOf(caller, seen) {
				found[pos] = true
			}
		}
	}
	return found
}

// callers returns the static calls of fn in this package.
func (s *state) callers(fn *types.Func) []*ast.CallExpr {
	var out []*ast.CallExpr
	for _, f := range s.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && fn != nil && s.callee(call) == fn {
				out = append(out, call)
			}
			return true
		})
	}
	return out
}

// own reports whether pkg is the package that is planned for.
func (pl *planner) own(pkg *types.Package) bool { return pkg == pl.Pkg }

// ownModule reports whether pkg belongs to the same module, or to one that is
// written together with it.
func (pl *planner) ownModule(pkg *types.Package) bool {
	if pkg == nil || pkg == pl.Pkg {
		return pkg != nil
	}
	module := pl.Module
	if module == "" {
		module = guessModule(pl.Pkg.Path())
	}
	return pkg.Path() == module || strings.HasPrefix(pkg.Path(), module+"/") || pl.Beside != nil && pl.Beside(pkg)
}

// guessModule returns the likely module of a package: host/owner/name, or
// the first element of a path without host.
func guessModule(path string) string {
	parts := strings.Split(path, "/")
	n := 1
	if strings.Contains(parts[0], ".") {
		n = min(3, len(parts))
	}
	return strings.Join(parts[:n], "/")
}

// isStd reports whether pkg belongs to the standard library.
func (pl *planner) isStd(pkg *types.Package) bool {
	first, _, _ := strings.Cut(pkg.Path(), "/")
	return !strings.Contains(first, ".") && !pl.ownModule(pkg)
}

func quoted(fn *types.Func) string {
	if fn.Pkg() == nil || fn.Signature().Recv() != nil {
		return fn.Name()
	}
	return fmt.Sprintf("%s.%s", fn.Pkg().Name(), fn.Name())
}
