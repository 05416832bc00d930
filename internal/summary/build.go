package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/entry"
)

// Input is what a package is condensed from.
type Input struct {
	Fset    *token.FileSet
	Files   []*ast.File
	Pkg     *types.Package
	Info    *types.Info
	Catalog *catalog.Catalog
	Points  entry.Points
	Deps    []*Package // the module's packages that this one imports, directly or not
	Tests   bool       // condense test files too (S3)
}

// Build condenses a package. It builds SSA for this package only; its imports
// have types but no bodies.
func Build(in Input) *Package {
	b := &builder{Input: in, out: &Package{Path: in.Pkg.Path(), Name: in.Pkg.Name()}, syntax: indexSyntax(in)}
	b.files = make(map[string]int32)
	b.keys = make(map[*types.Interface][]string)
	b.own = map[string]bool{in.Pkg.Path(): true}
	for _, dep := range in.Deps {
		b.own[dep.Path] = true
	}
	for _, fn := range b.functions() {
		if f := b.function(fn); f != nil {
			b.out.Funcs = append(b.out.Funcs, f)
		}
	}
	b.types()
	b.ignores()
	slices.SortFunc(b.out.Funcs, func(x, y *Func) int { return strings.Compare(x.ID, y.ID) })
	b.out.Convs = sortedUnique(b.out.Convs)
	return b.out
}

type builder struct {
	Input
	out    *Package
	files  map[string]int32
	keys   map[*types.Interface][]string // see methodKeys
	own    map[string]bool               // paths of the module's packages
	syntax *syntax
	prog   *ssa.Program
}

// functions builds SSA and returns the package's functions, closures included.
func (b *builder) functions() []*ssa.Function {
	b.prog = ssa.NewProgram(b.Fset, ssa.BareInits)
	b.createImports()
	pkg := b.prog.CreatePackage(b.Pkg, b.Files, b.Info, false)
	pkg.Build()
	var all []*ssa.Function
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || fn.Blocks == nil {
			return
		}
		all = append(all, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(pkg.Members)) {
		switch m := pkg.Members[name].(type) {
		case *ssa.Function:
			add(m)
		case *ssa.Type:
			if named, ok := m.Type().(*types.Named); ok {
				for method := range named.Methods() {
					add(b.prog.FuncValue(method))
				}
			}
		}
	}
	return all
}

// ID names a function throughout the module: as (*types.Func).FullName does,
// closures with "$" and a number.
func ID(fn *ssa.Function) string {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if p := fn.Parent(); p != nil {
		name := fn.Name()
		return ID(p) + name[strings.LastIndexByte(name, '$'):]
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj.Name() != "init" {
		return obj.Origin().FullName()
	}
	return fn.RelString(nil)
}

// funcBuilder condenses one function.
type funcBuilder struct {
	*builder
	fn   *ssa.Function
	out  *Func
	refs map[ssa.Value]Ref
	// at holds the node of each instruction that has one, for guards.
	at map[ssa.Instruction]Ref
	// bodies are the statements that need not run when the function does.
	bodies  []ast.Node
	ifs     []*ast.IfStmt
	lastDef map[string]token.Pos // where a variable of a name is declared last
	// exits are those that depend on the event, in source order.
	exits []token.Pos
}

// function condenses fn; it returns nil for test code, unless wanted.
func (b *builder) function(fn *ssa.Function) *Func {
	file := b.syntax.fileOf(fn.Pos())
	if file.test && !b.Tests {
		return nil
	}
	f := &Func{ID: ID(fn), Name: b.name(fn), Pkg: b.out.Path, Pos: b.pos(fn.Pos()), Recv: fn.Signature.Recv() != nil,
		NumFree: len(fn.FreeVars), Test: file.test, Generated: file.generated, Fails: fails(fn.Signature)}
	fb := &funcBuilder{builder: b, fn: fn, out: f, refs: make(map[ssa.Value]Ref), at: make(map[ssa.Instruction]Ref), lastDef: make(map[string]token.Pos)}
	f.Nodes = make([]Node, 0, instructions(fn)+len(fn.Params)+len(fn.FreeVars))
	fb.params()
	fb.findBodies()
	fb.globals()
	for _, block := range fn.DomPreorder() {
		for _, in := range block.Instrs {
			fb.reserve(in)
		}
	}
	for _, block := range fn.DomPreorder() {
		for _, in := range block.Instrs {
			fb.instruction(in)
		}
	}
	fb.guards()
	fb.directives()
	f.prune()
	return f
}

// instructions counts a function's instructions, about as many nodes as it gets.
func instructions(fn *ssa.Function) int {
	n := 0
	for _, block := range fn.Blocks {
		n += len(block.Instrs)
	}
	return n
}

func (fb *funcBuilder) params() {
	for i, p := range fb.fn.Params {
		class := entry.ClassOf(p.Type())
		if class == entry.Plain && wraps(fb.fn.Signature, p.Type()) {
			class = entry.Next
		}
		isRecv := i == 0 && fb.out.Recv
		if class == entry.Event && !isRecv && !fb.out.Test {
			fb.out.Handler = true
		}
		fb.out.Params = append(fb.out.Params, Param{Name: p.Name(), Type: typeID(p.Type()), Class: class})
		fb.refs[p] = fb.add(Node{Op: OpParam, S: typeID(p.Type()), Plain: scalar(p.Type())})
	}
	for _, v := range fb.fn.FreeVars {
		fb.refs[v] = fb.add(Node{Op: OpFree})
	}
}

// globals makes the nodes of package variables and functions, which need no others.
func (fb *funcBuilder) globals() {
	var operands []*ssa.Value
	for _, block := range fb.fn.Blocks {
		for _, in := range block.Instrs {
			for _, v := range in.Operands(operands[:0]) {
				switch (*v).(type) {
				case *ssa.Global, *ssa.Function:
					fb.ref(*v)
				}
			}
		}
	}
}

// wraps reports whether a function takes a handler of type t and returns one: a
// middleware (H3, H5).
func wraps(sig *types.Signature, t types.Type) bool {
	if sig.Results().Len() != 1 || !types.Identical(sig.Results().At(0).Type().Underlying(), t.Underlying()) {
		return false
	}
	switch h := t.Underlying().(type) {
	case *types.Signature:
		return takesEvent(h)
	case *types.Interface:
		for m := range h.Methods() {
			if takesEvent(m.Signature()) {
				return true
			}
		}
	}
	return false
}

// takesEvent reports whether a function takes a context, an event or a request.
func takesEvent(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if entry.ClassOf(v.Type()) != entry.Plain {
			return true
		}
	}
	return false
}

// directives reads the annotations above the function (H7, C4).
func (fb *funcBuilder) directives() {
	for _, d := range fb.syntax.directives[fb.fn.Syntax()] {
		switch d.Name {
		case "handler":
			fb.out.Handler = true
		case "constructor":
			fb.out.Constructor = strings.TrimSpace(d.Args)
		}
	}
}

func (fb *funcBuilder) add(n Node) Ref {
	fb.out.Nodes = append(fb.out.Nodes, n)
	return Ref(len(fb.out.Nodes) - 1)
}

// ref returns the node of a value; constants have none.
func (fb *funcBuilder) ref(v ssa.Value) Ref {
	if r, ok := fb.refs[v]; ok {
		return r
	}
	r := None
	switch v := v.(type) {
	case *ssa.Global:
		r = fb.add(Node{Op: OpGlobal, S: v.RelString(nil)})
	case *ssa.Function:
		n := Node{Op: OpFunc, S: ID(v)}
		if _, ok := fb.Points.Lookup(n.S); ok {
			fb.out.Starts = true
		}
		if obj, ok := v.Object().(*types.Func); ok {
			n.Made = fb.made(obj)
		}
		r = fb.add(n)
	}
	fb.refs[v] = r
	return r
}

func (fb *funcBuilder) refsOf(values []ssa.Value) []Ref {
	out := make([]Ref, len(values))
	for i, v := range values {
		out[i] = fb.ref(v)
	}
	return out
}

func (b *builder) pos(p token.Pos) Pos {
	if !p.IsValid() {
		return Pos{}
	}
	at := b.Fset.Position(p)
	f, ok := b.files[at.Filename]
	if !ok {
		f = int32(len(b.out.Files))
		b.files[at.Filename] = f
		b.out.Files = append(b.out.Files, at.Filename)
	}
	return Pos{F: f, L: int32(at.Line), C: int32(at.Column)}
}

// name is the function's name as a colleague would say it.
func (b *builder) name(fn *ssa.Function) string {
	if p := fn.Parent(); p != nil {
		return "func literal in " + b.name(outermost(p))
	}
	if recv := fn.Signature.Recv(); recv != nil {
		return b.Pkg.Name() + ".(" + types.TypeString(recv.Type(), func(*types.Package) string { return "" }) + ")." + fn.Name()
	}
	return b.Pkg.Name() + "." + fn.Name()
}

func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// fails reports whether a function has an error result.
func fails(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if isError(v.Type()) {
			return true
		}
	}
	return false
}
