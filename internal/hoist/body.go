package hoist

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/lambdainit/lambdainit/internal/foreign"
)

// bodyKey names a function and how strictly its body is looked at.
type bodyKey struct {
	fn     *types.Func
	strict bool
}

// A body is what a function of this package does when it is called once
// before the first invocation instead of during each.
type body struct {
	reads  []*types.Var    // package variables, those of callees included
	calls  []*ast.CallExpr // of other packages of the module
	reason *refusal        // why it must not, or nil
	fails  bool            // it may panic on purpose or end the program
}

// bodyOf looks at the body of fn and of what it calls in this package. With
// strict it must also be free of effects and give the same result each time;
// without, it is a constructor, which may do what constructors do.
func (s *state) bodyOf(fn *types.Func, strict bool) *body {
	key := bodyKey{fn, strict}
	if b := s.bodies[key]; b != nil {
		return b
	}
	b := &body{}
	s.bodies[key] = b
	decl := s.funcs[fn]
	if decl == nil || decl.Body == nil {
		b.reason = &refusal{why: "the body of " + fn.Name() + " is not known"}
		return b
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if n == nil {
			return true
		}
		if r := s.bodyNode(b, decl, n, strict); b.reason == nil {
			b.reason = r
		}
		return true
	})
	return b
}

// isCallback reports whether n, in a body, is part of a function that is
// handed on and not called there: only what it reads matters.
func (s *state) isCallback(decl *ast.FuncDecl, n ast.Node) bool {
	if s.inClosure(decl.Body, n) {
		return true
	}
	id, ok := n.(*ast.Ident)
	if !ok {
		return false
	}
	var fun ast.Expr = id
	if sel, ok := s.parent[id].(*ast.SelectorExpr); ok && sel.Sel == id {
		fun = sel
	}
	call, ok := s.up(fun).(*ast.CallExpr)
	return !ok || ast.Unparen(call.Fun) != fun
}

// bodyNode checks one node of a body.
func (s *state) bodyNode(b *body, decl *ast.FuncDecl, n ast.Node, strict bool) *refusal {
	if !strict {
		if r := s.keeps(decl, n); r != nil {
			return r
		}
	}
	switch n := n.(type) {
	case *ast.Ident:
		return s.bodyIdent(b, decl, n, strict)
	case *ast.CallExpr:
		if strict || !s.isCallback(decl, n) {
			tv := s.Info.Types[n.Fun]
			b.fails = b.fails || isPanic(tv, n) || s.mustFail(n)
			if !tv.IsType() && !tv.IsBuiltin() {
				return s.bodyCall(b, decl, n, strict)
			}
		}
	case *ast.GoStmt, *ast.SendStmt, *ast.SelectStmt:
		if strict {
			return &refusal{decl.Name.Name + " starts or waits for other work", n.Pos()}
		}
	}
	return nil
}

// bodyIdent notes package variables that are read and follows functions.
func (s *state) bodyIdent(b *body, decl *ast.FuncDecl, id *ast.Ident, strict bool) *refusal {
	switch obj := s.Info.Uses[id].(type) {
	case *types.Func:
		if obj.Pkg() == s.Pkg && !types.IsInterface(recvType(obj)) {
			callee := s.bodyOf(obj.Origin(), strict)
			b.reads = append(b.reads, callee.reads...)
			if !strict && s.isCallback(decl, id) {
				return nil
			}
			b.calls = append(b.calls, callee.calls...)
			b.fails = b.fails || callee.fails
			return callee.reason
		}
	case *types.Var:
		if !isGlobal(obj) {
			return nil
		}
		if obj.Pkg() != s.Pkg {
			return s.needForeign(obj, id)
		}
		switch s.useOf(id) {
		case write, change, address:
			if !strict && s.inClosure(decl.Body, id) {
				return nil
			}
			return &refusal{decl.Name.Name + " assigns " + obj.Name(), id.Pos()}
		}
		b.reads = append(b.reads, obj)
		return s.bodyRead(decl, obj, id)
	}
	return nil
}

// bodyRead refuses what is read through a package variable if it may change.
func (s *state) bodyRead(decl *ast.FuncDecl, v *types.Var, id *ast.Ident) *refusal {
	if s.readsThrough(id) {
		return s.contents(v)
	}
	if _, ok := s.up(id).(*ast.StarExpr); ok {
		return &refusal{decl.Name.Name + " reads through " + v.Name(), id.Pos()}
	}
	return nil
}

// recvType returns the type of a method's receiver, of functions their own.
func recvType(fn *types.Func) types.Type {
	if recv := fn.Signature().Recv(); recv != nil {
		return recv.Type()
	}
	return fn.Type()
}

// bodyCall checks a call of a function of another package.
func (s *state) bodyCall(b *body, decl *ast.FuncDecl, call *ast.CallExpr, strict bool) *refusal {
	fn := s.callee(call)
	switch {
	case fn == nil:
		if strict {
			return &refusal{decl.Name.Name + " calls a function value", call.Pos()}
		}
	case foreign.Momentary(fn):
		return &refusal{decl.Name.Name + " calls " + quoted(fn) + ", which gives something else each time", call.Pos()}
	case s.Exclusive != nil && s.Exclusive(fn):
		return &refusal{"what " + quoted(fn) + " builds must not be shared by concurrent invocations", call.Pos()}
	case fn.Pkg() == s.Pkg:
		if fn.Signature().Recv() != nil && strict {
			return &refusal{decl.Name.Name + " calls method " + fn.Name(), call.Pos()}
		}
	case s.ownModule(fn.Pkg()):
		b.calls = append(b.calls, call)
	case strict && (!s.repeatable(fn) || foreign.OneUse(fn)) && !isFatal(fn):
		return &refusal{decl.Name.Name + " calls " + quoted(fn), call.Pos()}
	}
	return nil
}

// otherPackage refuses a call into another package of the module if not
// enough is known of what it calls.
func (pl *planner) otherPackage(call *ast.CallExpr, enough Knowledge) *refusal {
	fn := pl.callee(call)
	known := Nothing
	if pl.Known != nil {
		known = pl.Known(fn)
	}
	switch {
	case known >= enough:
		return nil
	case enough == Repeatable:
		return &refusal{"it calls " + quoted(fn) + ", which may do something else each time", call.Pos()}
	case enough == Settled && known == Lasting:
		return &refusal{"it runs " + quoted(fn) + ", which may need what main sets up", call.Pos()}
	}
	return &refusal{"it runs " + quoted(fn) + ", of which too little is known", call.Pos()}
}

// enough is what has to be known of a constructor.
func (m Mode) enough() Knowledge {
	if m == Lazy {
		return Lasting
	}
	return Settled
}

// bodyMoves checks a function of this package that what moves calls.
func (d *decl) bodyMoves(u *unit, fn *types.Func, pos token.Pos, strict bool) *refusal {
	b := d.state.bodyOf(fn.Origin(), strict)
	if b.reason != nil {
		if !b.reason.pos.IsValid() {
			return &refusal{b.reason.why, pos}
		}
		return b.reason
	}
	enough := d.mode.enough()
	if strict {
		enough = Repeatable
	}
	for _, call := range b.calls {
		if r := d.otherPackage(call, enough); r != nil {
			return r
		}
	}
	for _, v := range b.reads {
		late, r := d.state.settled(v, d)
		if r != nil {
			return r
		}
		u.late = u.late || late
	}
	return nil
}
