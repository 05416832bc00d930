package load

import (
	"fmt"
	"go/token"
	"go/types"
	"go/version"
	"maps"
	"runtime/debug"
	"slices"
	"sync"
)

// checkLanguage says so if an own module is written in a newer Go than this
// binary's type-checker knows.
func (l *loader) checkLanguage() error {
	for _, n := range l.roots {
		if n.Module != nil && l.older("go"+n.Module.GoVersion) {
			return l.tooOld("go" + n.Module.GoVersion)
		}
	}
	return nil
}

// check type-checks all that was parsed, in parallel, imports first.
func (l *loader) check() error {
	defer timed(&l.stats.Check)()
	l.sizes = types.SizesFor("gc", l.env.GOARCH)
	l.orderChecks()
	var wg sync.WaitGroup
	for _, n := range l.order {
		if n.needed && !n.fromExport {
			wg.Go(func() { l.checkInTurn(n) })
		}
	}
	wg.Wait()
	return l.ctx.Err()
}

// checkInTurn type-checks n once the packages that it needs are done.
func (l *loader) checkInTurn(n *node) {
	defer close(n.done)
	for _, dep := range n.waits {
		<-dep.done
	}
	l.slots <- struct{}{}
	defer func() { <-l.slots }()
	if l.ctx.Err() != nil {
		return
	}
	l.checkNode(n)
	if !n.own || n.idle {
		n.files = nil // the types were all that was wanted
	}
}

// checkNode type-checks n. A panic of the type-checker is an error of that
// package (D4).
func (l *loader) checkNode(n *node) {
	defer func() {
		if r := recover(); r != nil {
			n.addError(internalError(fmt.Sprintf("the type-checker failed: %v\n%s", r, debug.Stack())))
		}
	}()
	if len(n.files) == 0 {
		return
	}
	importer := &nodeImporter{loader: l, node: n}
	pkg := types.NewPackage(n.path, n.Name)
	checker := types.NewChecker(l.typesConfig(n, importer), l.fset, pkg, n.newInfo())
	_ = checker.Files(n.files) // n.typing has its errors
	importer.dropEmpty(pkg)
	n.types = pkg
}

// typesConfig is how n is type-checked: own packages whole and by the language
// version of their module, others as leniently as possible.
func (l *loader) typesConfig(n *node, importer types.Importer) *types.Config {
	cfg := &types.Config{
		Importer:         importer,
		Sizes:            l.sizes,
		IgnoreFuncBodies: !n.own || n.idle,
		FakeImportC:      !n.own || n.fakeC,
		Error: func(err error) {
			n.typing = append(n.typing, err.(types.Error)) //nolint:errorlint,forcetypeassert // documented
		},
	}
	if n.own && n.Module != nil && version.IsValid("go"+n.Module.GoVersion) {
		cfg.GoVersion = "go" + n.Module.GoVersion
	}
	return cfg
}

// newInfo makes room for what is recorded about n's syntax, if it is analysed.
func (n *node) newInfo() *types.Info {
	if n.own && !n.idle {
		n.info = newInfo()
	}
	return n.info
}

// orderChecks sets which packages each package waits for. Import cycles, which
// are errors that go list reports, are cut where they close.
func (l *loader) orderChecks() {
	const unseen, open, closed = 0, 1, 2
	state := make(map[*node]int)
	var visit func(n *node)
	visit = func(n *node) {
		state[n] = open
		for _, path := range slices.Sorted(maps.Keys(n.imports)) {
			dep := n.imports[path]
			switch {
			case dep.fromExport || !dep.needed:
				continue
			case state[dep] == unseen:
				visit(dep)
			case state[dep] == open:
				delete(n.imports, path)
				continue
			}
			n.waits = append(n.waits, dep)
		}
		state[n] = closed
	}
	for _, n := range l.order {
		if state[n] == unseen && n.needed && !n.fromExport {
			visit(n)
		}
	}
}

// A nodeImporter imports for one package.
type nodeImporter struct {
	*loader
	node  *node
	empty []*types.Package
}

// Import implements [types.Importer].
func (imp *nodeImporter) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if dep := imp.node.imports[path]; dep != nil {
		if dep.types == nil {
			return nil, fmt.Errorf("package %s could not be loaded", path)
		}
		return dep.types, nil
	}
	if dep := imp.node.weak[path]; dep != nil && dep.Name != "" {
		imp.empty = append(imp.empty, dep.empty())
		return dep.empty(), nil
	}
	return nil, fmt.Errorf("no package %s", path)
}

// dropEmpty removes from a dependency's imports the empty packages, so that no
// two packages of the same path can be reached. An own package keeps what it
// imports for side effects.
func (imp *nodeImporter) dropEmpty(pkg *types.Package) {
	if imp.node.own {
		return
	}
	isEmpty := func(p *types.Package) bool { return slices.Contains(imp.empty, p) }
	pkg.SetImports(slices.DeleteFunc(slices.Clone(pkg.Imports()), isEmpty))
}

// place renders a position as "file:line:col".
func (l *loader) place(pos token.Pos) string {
	if !pos.IsValid() {
		return ""
	}
	return l.fset.Position(pos).String()
}
