package hoist

import (
	"go/ast"
	"go/types"
)

// An Effect is what a function does to something that it is given: what only
// one invocation may do to it.
type Effect int

// The effects, which may be combined.
const (
	Closes  Effect = 1 << iota
	Changes        // it writes into it, or connects it
)

// Receiver is the position of the receiver; those of parameters count from 0.
const Receiver = -1

// effect returns what fn does to its receiver or parameter at position i.
func (s *state) effect(fn *types.Func, i int) Effect {
	decl := s.funcs[fn]
	if decl == nil || decl.Body == nil {
		return 0
	}
	v := fn.Signature().Recv()
	if i >= 0 {
		v = fn.Signature().Params().At(i)
	}
	if v == nil || plain(v.Type()) {
		return 0
	}
	key := effectKey{fn, i}
	if e, ok := s.effects[key]; ok {
		return e
	}
	nodes := s.reached(decl)
	f := s.followIn(nodes, nil, v)
	var found Effect
	for _, n := range nodes {
		switch f.misuse(n) {
		case "":
		case closed:
			found |= Closes
		default:
			found |= Changes
		}
	}
	s.effects[key] = found
	return found
}

type effectKey struct {
	fn *types.Func
	at int
}

// reached returns the flowing nodes of a function and of those that it names,
// to any depth.
func (s *state) reached(fn *ast.FuncDecl) []ast.Node {
	var out []ast.Node
	seen := make(map[*ast.FuncDecl]bool)
	var add func(*ast.FuncDecl)
	add = func(fn *ast.FuncDecl) {
		if fn == nil || seen[fn] {
			return
		}
		seen[fn] = true
		ast.Inspect(fn, func(n ast.Node) bool {
			if flows(n) {
				out = append(out, n)
			}
			if id, ok := n.(*ast.Ident); ok {
				if used, ok := s.Info.Uses[id].(*types.Func); ok {
					for _, decl := range s.declsOf(used) {
						add(decl)
					}
				}
			}
			return true
		})
	}
	add(fn)
	return out
}

// declsOf returns the declarations of this package that a use of fn may mean.
func (s *state) declsOf(fn *types.Func) []*ast.FuncDecl {
	if !types.IsInterface(recvType(fn)) {
		return []*ast.FuncDecl{s.funcs[fn.Origin()]}
	}
	var out []*ast.FuncDecl
	for other, decl := range s.funcs {
		if other.Name() == fn.Name() && other.Signature().Recv() != nil {
			out = append(out, decl)
		}
	}
	return out
}

// calleeMisuse says what a function of another package of the module does with
// what it is given.
func (f *flow) calleeMisuse(call *ast.CallExpr) string {
	fn := f.callee(call)
	if fn == nil || f.Effect == nil || f.own(fn.Pkg()) || !f.ownModule(fn.Pkg()) {
		return ""
	}
	fn = fn.Origin()
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if h := f.receiver(sel); h != isNot {
			if what := effectOn(h, f.Effect(fn, Receiver)); what != "" {
				return what
			}
		}
	}
	n := fn.Signature().Params().Len()
	for i, arg := range call.Args {
		if h := f.holds(arg); h != isNot && n > 0 {
			if what := effectOn(h, f.Effect(fn, min(i, n-1))); what != "" {
				return what
			}
		}
	}
	return ""
}

func effectOn(h hold, e Effect) string {
	switch {
	case e&Closes != 0:
		return closed
	case e&Changes != 0 && h == isIt:
		return changed
	}
	return ""
}
