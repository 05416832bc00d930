package load

import "slices"

// processCgo has the own packages that use cgo processed by it, as the compiler
// would see them: with the types of what they take from C. Nothing is compiled.
// Dependencies do without (see types.Config.FakeImportC) as long as nobody misses it.
func (l *loader) processCgo() error {
	defer timed(&l.stats.Cgo)()
	targets := l.cgoTargets()
	if len(targets) == 0 {
		return nil
	}
	args := []string{"list", "-e", "-compiled", "-json=ImportPath,CompiledGoFiles,Error"}
	if l.Tests {
		args = append(args, "-test")
	}
	args = append(append(args, l.buildFlags()...), "--")
	out, err := l.goCommand(append(args, targets...)...)
	if err != nil {
		return err
	}
	pkgs, err := decode(out)
	l.useCompiled(pkgs)
	return err
}

// wantsCgo reports whether n is to be processed by cgo.
func (l *loader) wantsCgo(n *node) bool {
	return len(n.CgoFiles) > 0 && (n.own && !n.idle || l.allCgo && !n.own && !n.Standard && !n.fromExport)
}

// cgoTargets are the patterns that name the packages to process.
func (l *loader) cgoTargets() []string {
	var targets []string
	for _, n := range l.order {
		switch {
		case !l.wantsCgo(n):
		case n.Module == nil:
			return l.patterns // files, which only the patterns can name
		case n.ForTest == "":
			targets = append(targets, n.path)
		default:
			targets = append(targets, n.ForTest)
		}
	}
	slices.Sort(targets)
	return slices.Compact(targets)
}

// useCompiled takes over the files that cgo made. A package that it failed on
// is named, and type-checked without C for the sake of those that import it.
func (l *loader) useCompiled(pkgs []*listed) {
	compiled := make(map[string]*listed)
	for _, p := range pkgs {
		compiled[p.ImportPath] = p
	}
	for _, n := range l.order {
		if !l.wantsCgo(n) {
			n.fakeC = n.idle && len(n.CgoFiles) > 0
			continue
		}
		p := compiled[n.ImportPath]
		if p != nil && p.Error == nil && len(p.CompiledGoFiles) > 0 {
			n.CompiledGoFiles = p.CompiledGoFiles
			continue
		}
		n.fakeC = true
		if !n.own {
			continue
		}
		if n.Error == nil || n.buildFailed() {
			n.addError(cgoError(p))
		}
	}
}
