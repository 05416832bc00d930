package fix

import (
	"cmp"
	"go/types"
	"os"
	"slices"

	"golang.org/x/tools/go/packages"

	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/hoist"
	"github.com/lambdainit/lambdainit/internal/report"
)

// A Program is a set of packages that were loaded together, with what they
// import of their module.
type Program struct {
	packages  []*packages.Package // a package before its test variants
	byTypes   map[*types.Package]*member
	exclusive func(*types.Func) bool
}

// A member is a package of the program and what hoist knows of its functions.
type member struct {
	hoist.Package
	facts   func(*types.Func) hoist.Knowledge // set on first need, and so is
	effects func(*types.Func, int) hoist.Effect
}

// NewProgram returns the program of the packages and their imports.
func NewProgram(roots []*packages.Package, c *catalog.Catalog) *Program {
	prog := &Program{byTypes: make(map[*types.Package]*member), exclusive: Exclusive(c)}
	packages.Visit(roots, nil, func(p *packages.Package) {
		if p.Types == nil || p.TypesInfo == nil {
			return
		}
		prog.packages = append(prog.packages, p)
		prog.byTypes[p.Types] = prog.member(p)
	})
	slices.SortFunc(prog.packages, func(a, b *packages.Package) int {
		return cmp.Or(cmp.Compare(a.ForTest, b.ForTest), cmp.Compare(a.ID, b.ID))
	})
	return prog
}

func (prog *Program) member(p *packages.Package) *member {
	m := &member{Package: hoist.Package{
		Fset: p.Fset, Files: p.Syntax, Pkg: p.Types, Info: p.TypesInfo, Src: os.ReadFile,
		Exclusive: prog.exclusive,
	}}
	m.Known, m.Effect = prog.known, prog.effect
	m.Beside = func(p *types.Package) bool { return prog.byTypes[p] != nil }
	if p.Module != nil {
		m.Module = p.Module.Path
	}
	return m
}

// known answers for a function of any package of the program.
func (prog *Program) known(fn *types.Func) hoist.Knowledge {
	if m := prog.learned(fn); m != nil {
		return m.facts(fn)
	}
	return hoist.Nothing
}

// effect answers for a function of any package of the program.
func (prog *Program) effect(fn *types.Func, at int) hoist.Effect {
	if m := prog.learned(fn); m != nil {
		return m.effects(fn, at)
	}
	return 0
}

// learned returns the package of fn with its facts, or nil.
func (prog *Program) learned(fn *types.Func) *member {
	m := prog.byTypes[fn.Pkg()]
	if m != nil && m.facts == nil {
		m.facts, m.effects = hoist.Facts(&m.Package)
	}
	return m
}

// Plan plans the fixes of all findings; see [Plan]. Each is planned for in the
// package that its file belongs to. The errors are by package path.
func (prog *Program) Plan(findings []*report.Finding, mode hoist.Mode) map[string]error {
	errs := make(map[string]error)
	left := slices.Clone(findings)
	for _, p := range prog.packages {
		var here []*report.Finding
		left = slices.DeleteFunc(left, func(f *report.Finding) bool {
			in := slices.Contains(p.GoFiles, f.Pos.File)
			if in {
				here = append(here, f)
			}
			return in
		})
		if p.Module != nil && !p.Module.Main {
			refuseAll(here, "it stands in another module") // F5
			continue
		}
		if err := Plan(&prog.byTypes[p.Types].Package, here, mode); err != nil {
			errs[p.PkgPath] = err
		}
	}
	return errs
}

func refuseAll(findings []*report.Finding, why string) {
	for _, f := range findings {
		f.NotFixed = why
	}
}
