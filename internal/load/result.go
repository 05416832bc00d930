package load

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/packages"
)

// newInfo makes room for all that go/analysis promises its analyzers.
func newInfo() *types.Info {
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Instances:    make(map[*ast.Ident]types.Instance),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
}

// result presents the own packages that were loaded. Those with errors are
// left out, as roots and as imports, so that the analysis of the others goes on
// without what it would learn from them (D4).
func (l *loader) result() *Result {
	pkgs := make(map[*node]*packages.Package)
	for _, n := range l.order {
		l.count(n)
		if !n.needed {
			continue
		}
		if n.own {
			l.reportErrors(n)
		}
		if n.own && !n.idle && !n.broken() {
			pkgs[n] = l.newPackage(n)
		}
	}
	for n, pkg := range pkgs {
		for path, dep := range n.imports {
			if p := pkgs[dep]; p != nil {
				pkg.Imports[path] = p
			}
		}
	}
	l.blameVersion()
	return &Result{Packages: l.rootsOf(pkgs), Keys: l.keys(), Ignored: l.ignored(), Fset: l.fset, Mode: l.usedMode(), Errors: l.errs.sorted(), Stats: l.stats}
}

func (l *loader) ignored() []string {
	var files []string
	for _, n := range l.roots {
		files = append(files, n.absolute(n.IgnoredGoFiles)...)
	}
	return files
}

func (l *loader) rootsOf(pkgs map[*node]*packages.Package) []*packages.Package {
	var roots []*packages.Package
	for _, n := range l.roots {
		if p := pkgs[n]; p != nil && !n.known {
			roots = append(roots, p)
		}
	}
	return roots
}

// newPackage presents n as go/packages would.
func (l *loader) newPackage(n *node) *packages.Package {
	p := &packages.Package{
		ID:              n.ImportPath,
		Name:            n.Name,
		PkgPath:         n.path,
		Dir:             n.Dir,
		GoFiles:         n.absolute(n.GoFiles, n.CgoFiles),
		CompiledGoFiles: n.sourceFiles(),
		OtherFiles: n.absolute(n.CFiles, n.CXXFiles, n.MFiles, n.HFiles, n.FFiles, n.SFiles,
			n.SwigFiles, n.SwigCXXFiles, n.SysoFiles),
		IgnoredFiles: n.absolute(n.IgnoredGoFiles, n.IgnoredOtherFiles),
		ForTest:      n.ForTest,
		Module:       n.Module,
		Imports:      make(map[string]*packages.Package),
		Types:        n.types,
		Fset:         l.fset,
		Syntax:       n.files,
		TypesInfo:    n.info,
		TypesSizes:   l.sizes,
	}
	return p
}

func (l *loader) count(n *node) {
	switch {
	case n.known && !n.needed:
		l.stats.Known++
	case !n.needed:
	case n.idle:
		l.stats.Idle++
	case n.own:
		l.stats.Own++
	case n.path == "unsafe":
	case n.fromExport:
		l.stats.FromExport++
	case n.types != nil:
		l.stats.FromSource++
	}
}

// usedMode says which way the dependencies came.
func (l *loader) usedMode() Mode {
	switch {
	case l.Mode == Source:
		return Source
	case l.stats.FromSource == 0:
		return Export
	case l.stats.FromExport == 0:
		return Source
	}
	return Auto
}

// blameVersion adds, where own packages have errors and this binary's Go is
// older than the code's, that this may be why.
func (l *loader) blameVersion() {
	if l.older(l.env.GOVERSION) && slices.ContainsFunc(l.order, (*node).isBroken) {
		l.errs.add(*l.tooOld(l.env.GOVERSION))
	}
}
