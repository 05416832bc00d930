// Package hoist plans fixes: it moves what is built per invocation to package
// scope, or says why that cannot be done (F1 to F6).
//
// It works on syntax and types and is pure: match → check → name → edit, each
// step giving its result or the reason for refusing. The steps and where they
// are:
//
//	locate.go           match: the call at a position, the declaration around it
//	unit.go, define.go  match: what moves as one: a definition or an expression
//	deps.go, settle.go  check: what a unit needs, and what changes it
//	pure.go, kinds.go   check: may these calls run once?
//	state.go, body.go   check: package variables, functions of the package
//	errcheck.go         check: what happens with an error of what moves (F1)
//	uses.go, closers.go check: what else is done with what moves (F4, F3)
//	onceuses.go, retry.go check: what a once function has copies of; what is
//	                    tried again (F6)
//	unused.go           edit: locals that nothing uses any more (F5)
//	flow.go, flowcall.go, flowuse.go, memo.go
//	                    check: where does it get to, and what is done there? (F4)
//	kept.go, effects.go check: what do constructors keep, and callees do? (F4)
//	names.go            name: package variables that clash with nothing
//	init.go, initbody.go edit: variables and func init (F1)
//	lazy.go             edit: sync.OnceValues (F6)
//	rest.go             what Init refuses gets once functions (F4)
//	errvar.go, stale.go edit: error variables that lose an assignment
//	text.go, cut.go, imports.go edit: the text
//	order.go, verify.go what fixes need of each other; the result type-checks
//	                    and keeps every comment (F5)
//
// All calls of one top-level declaration that can move make up one fix: they
// share error variables and imports, so separate fixes would not compile when
// a driver applies only some of them. The fix hangs on the first of them; the
// others carry none and name the first in With.
package hoist

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"

	"github.com/lambdainit/lambdainit/internal/report"
)

// Package is the syntax and types of the package that holds the calls.
type Package struct {
	Fset  *token.FileSet
	Files []*ast.File
	Pkg   *types.Package
	Info  *types.Info
	Src   func(filename string) ([]byte, error)

	// Taken are names, besides those of Files, that fixes must not declare.
	Taken []string

	// Exclusive reports whether what the function builds must not be shared
	// by concurrent invocations, as the catalogue says. May be nil.
	Exclusive func(*types.Func) bool

	// Known tells how far a function of another package of the module may be
	// moved. Nil means that nothing is known.
	Known func(*types.Func) Knowledge

	// Effect tells what a function of another package of the module does to
	// its receiver or to a parameter. Nil means that it does nothing.
	Effect func(fn *types.Func, at int) Effect

	// Module is the path of the module that the package belongs to. If empty
	// it is guessed from the package's path.
	Module string

	// Beside reports whether a package of another module is written together
	// with this one, so that Known and Effect tell of it, too. May be nil.
	Beside func(*types.Package) bool
}

// Knowledge is what is known of a function of another package. Each step
// includes those before.
type Knowledge int

// What can be known of a function.
const (
	Nothing    Knowledge = iota
	Lasting              // what it gives to the first invocation is good for all
	Settled              // it needs nothing that main sets up: it may run before
	Repeatable           // it has no effect, and gives the same for the same arguments
)

// Mode is a way to move something.
type Mode int

// The ways to move.
const (
	Init Mode = iota // package variables, assigned in func init where errors can occur (F1)
	Lazy             // sync.OnceValue(s) at package scope, the error handled where it was (F6)
)

// A Call is one that has to move.
type Call struct {
	// At is where the call or composite literal starts (of several calls that
	// start there the innermost is meant), its opening parenthesis or its
	// opening brace.
	At token.Pos
	// Conditional says that not every invocation comes to the function that
	// holds the call.
	Conditional bool
}

// An Outcome is what became of one call.
type Outcome struct {
	Call token.Pos
	// Fix moves the call and those of With. It is nil if the call is refused
	// or if the fix of With[0] moves it.
	Fix  *report.Fix
	With []token.Pos // the other calls that the same fix moves

	Refused   string    // why there is no fix, with the place of what stands in the way; or ""
	RefusedAt token.Pos // that place; may be invalid
}

// Plan plans the fixes for all calls of one package that have to move.
// Outcomes are in the order of calls. With Init, what cannot move to package
// variables gets once functions where that is possible (F4).
func Plan(p *Package, calls []Call, mode Mode) []Outcome {
	pl := newPlanner(p, mode)
	sites := pl.locate(calls)
	for _, d := range pl.decls {
		d.plan()
		if d.mode == Init {
			d.planRest()
		}
	}
	pl.verifyTogether()
	return pl.outcomes(sites)
}

// plan plans the fix of one declaration.
func (d *decl) plan() {
	d.collect()
	d.settle()
	d.name()
	d.edit()
	d.verify()
}

// planner is the state of one Plan.
type planner struct {
	*Package
	mode    Mode // what is asked for; a declaration has its own
	parent  map[ast.Node]ast.Node
	globals map[*types.Var][]*ast.Ident // uses of package variables
	state   *state
	names   *names
	decls   []*decl // those that hold sites, in source order
}

func newPlanner(p *Package, mode Mode) *planner {
	pl := &planner{
		Package: p,
		mode:    mode,
		parent:  make(map[ast.Node]ast.Node),
		globals: make(map[*types.Var][]*ast.Ident),
		names:   newNames(p),
	}
	for _, f := range p.Files {
		pl.index(f)
	}
	pl.state = newState(pl)
	return pl
}

// A refusal is the reason why something does not move.
type refusal struct {
	why string
	pos token.Pos // of what stands in the way; may be invalid
}

// at returns the reason with the place of what stands in the way.
func (r *refusal) at(fset *token.FileSet) string {
	if !r.pos.IsValid() {
		return r.why
	}
	p := fset.Position(r.pos)
	return fmt.Sprintf("%s at %s:%d", r.why, filepath.Base(p.Filename), p.Line)
}

// outcomes reports what became of the sites.
func (pl *planner) outcomes(sites []*site) []Outcome {
	out := make([]Outcome, len(sites))
	for i, s := range sites {
		out[i] = Outcome{Call: s.pos}
		switch {
		case s.refused != nil:
			out[i].Refused, out[i].RefusedAt = s.refused.at(pl.Fset), s.refused.pos
		case s.decl.fixed()[0] == s:
			out[i].Fix = s.decl.fix
			out[i].With = positions(s.decl.fixed()[1:])
		default:
			out[i].With = positionsExcept(s.decl.fixed(), s)
		}
	}
	return out
}

func positions(sites []*site) []token.Pos {
	var out []token.Pos
	for _, s := range sites {
		out = append(out, s.pos)
	}
	return out
}

func positionsExcept(sites []*site, s *site) []token.Pos {
	var others []*site
	for _, o := range sites {
		if o != s {
			others = append(others, o)
		}
	}
	return positions(others)
}
