// Package branch finds the exits of a function that depend on the event: what
// stands behind one does not run for every invocation, so what can fail must
// not move from there to the init phase (F4).
//
// It looks at the syntax of one function at a time, in source order, and knows
// little. A value is known if only constants, package variables, contexts and
// results of calls of known values went into it. Whatever else there is
// (parameters, the receiver, variables of the function around) may hold the
// event. A check of the error of LoadDefaultConfig(ctx) is thus no such exit,
// a check of what the request asks for is one.
package branch

import (
	"go/ast"
	"go/token"
	"go/types"
)

// Exits returns where fn, a *ast.FuncDecl or *ast.FuncLit, may return or end
// the program under a condition that may depend on the event, in source order.
// What stands in function literals inside of it is not looked at.
func Exits(info *types.Info, fn ast.Node) []token.Pos {
	w := &walker{info: info, known: make(map[types.Object]bool), closed: make(map[types.Object]bool)}
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		w.function(fn.Type, fn.Body)
	case *ast.FuncLit:
		w.function(fn.Type, fn.Body)
	}
	return w.exits
}

type walker struct {
	info   *types.Info
	known  map[types.Object]bool // local variables whose value is known
	closed map[types.Object]bool // those that function literals assign
	exits  []token.Pos
}

func (w *walker) function(t *ast.FuncType, body *ast.BlockStmt) {
	if body == nil {
		return
	}
	if t.Results != nil {
		for _, f := range t.Results.List {
			for _, id := range f.Names {
				w.set(id, true)
			}
		}
	}
	w.findClosed(body)
	w.list(body.List, false)
}

// findClosed collects the variables that function literals assign: when they
// do is not known.
func (w *walker) findClosed(body *ast.BlockStmt) {
	ast.Inspect(body, func(n ast.Node) bool {
		lit, ok := n.(*ast.FuncLit)
		if !ok {
			return true
		}
		ast.Inspect(lit, func(n ast.Node) bool {
			if a, ok := n.(*ast.AssignStmt); ok {
				for _, e := range a.Lhs {
					if id := root(e); id != nil {
						w.closed[w.info.ObjectOf(id)] = true
					}
				}
			}
			return true
		})
		return false
	})
}

func (w *walker) list(list []ast.Stmt, depends bool) {
	for _, s := range list {
		w.stmt(s, depends)
	}
}

// stmt walks a statement; depends tells whether it stands under a condition
// that may depend on the event.
func (w *walker) stmt(s ast.Stmt, depends bool) {
	switch s := s.(type) {
	case nil:
	case *ast.BlockStmt:
		w.list(s.List, depends)
	case *ast.LabeledStmt:
		w.stmt(s.Stmt, depends)
	case *ast.IfStmt:
		w.stmt(s.Init, depends)
		depends = depends || !w.isKnown(s.Cond)
		w.stmt(s.Body, depends)
		w.stmt(s.Else, depends)
	case *ast.ForStmt, *ast.RangeStmt:
		w.loop(s, depends)
	case *ast.SwitchStmt:
		w.stmt(s.Init, depends)
		w.clauses(s.Body, depends || s.Tag != nil && !w.isKnown(s.Tag))
	case *ast.TypeSwitchStmt:
		w.stmt(s.Init, depends)
		w.clauses(s.Body, true)
	case *ast.SelectStmt:
		w.clauses(s.Body, true)
	default:
		w.simple(s, depends)
	}
}

func (w *walker) loop(s ast.Stmt, depends bool) {
	switch s := s.(type) {
	case *ast.ForStmt:
		w.stmt(s.Init, depends)
		w.stmt(s.Body, depends || s.Cond != nil && !w.isKnown(s.Cond))
		w.stmt(s.Post, depends)
	case *ast.RangeStmt:
		known := w.isKnown(s.X)
		w.assign([]ast.Expr{s.Key, s.Value}, known)
		w.stmt(s.Body, depends || !known)
	}
}

// clauses walks those of a switch or select.
func (w *walker) clauses(body *ast.BlockStmt, depends bool) {
	for _, s := range body.List {
		switch c := s.(type) {
		case *ast.CaseClause:
			for _, e := range c.List {
				depends = depends || !w.isKnown(e)
			}
			w.list(c.Body, depends)
		case *ast.CommClause:
			w.list(c.Body, depends)
		}
	}
}

func (w *walker) simple(s ast.Stmt, depends bool) {
	switch s := s.(type) {
	case *ast.ReturnStmt:
		w.exit(s.Pos(), depends)
	case *ast.BranchStmt:
		w.exit(s.Pos(), depends && s.Tok == token.GOTO)
	case *ast.ExprStmt:
		w.effects(s.X)
		w.exit(s.Pos(), depends && w.ends(s.X))
	case *ast.AssignStmt:
		w.assignment(s)
	case *ast.DeclStmt:
		w.declaration(s)
	case *ast.DeferStmt:
		w.effects(s.Call)
	case *ast.GoStmt:
		w.effects(s.Call)
	}
}

func (w *walker) exit(at token.Pos, depends bool) {
	if depends {
		w.exits = append(w.exits, at)
	}
}

// ends reports whether the call ends the function or the program.
func (w *walker) ends(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return fun.Name == "panic" && w.info.Types[fun].IsBuiltin()
	case *ast.SelectorExpr:
		fn, ok := w.info.Uses[fun.Sel].(*types.Func)
		return ok && fatal[fn.FullName()]
	}
	return false
}

var fatal = map[string]bool{
	"os.Exit": true, "runtime.Goexit": true, "log.Fatal": true, "log.Fatalf": true, "log.Fatalln": true,
	"log.Panic": true, "log.Panicf": true, "log.Panicln": true,
}
