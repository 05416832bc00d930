package load

import (
	"cmp"
	"go/ast"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/packages"
)

// A node is a package in the import graph, and what was loaded of it.
type node struct {
	*listed
	path       string // import path without the test variant
	own        bool
	fromExport bool
	fakeC      bool // own, but cgo could not process it
	idle       bool // own, but no concern of the analysis, see Config.Matters
	key        Key
	known      bool // a root that need not be loaded, see Config.Known

	once    sync.Once        // guards loading
	needed  bool             // was loaded, or tried to
	imports map[string]*node // what its files need, by import path as written
	weak    map[string]*node // what its files import for its side effects only
	waits   []*node          // imports from source, cycles cut

	files  []*ast.File
	types  *types.Package // nil: it could not be loaded
	info   *types.Info    // own only
	errs   []packages.Error
	typing []types.Error
	done   chan struct{}         // closed when types is final
	empty  func() *types.Package // stands in for it where nothing is looked up
}

// makeNodes builds the import graph and says of each package where its types
// come from.
func (l *loader) makeNodes(pkgs []*listed) error {
	for _, p := range pkgs {
		if p.isTestMain() {
			continue
		}
		path, _, _ := strings.Cut(p.ImportPath, " ")
		n := &node{listed: p, path: path, own: p.isOwn(), done: make(chan struct{})}
		n.empty = sync.OnceValue(n.newEmpty)
		l.nodes[p.ImportPath] = n
		l.order = append(l.order, n)
		l.noteListError(n)
	}
	l.stats.Listed = len(l.order)
	l.chooseSources()
	l.chooseRoots()
	if len(l.roots) == 0 && len(l.errs.list) == 0 {
		return nothingMatches(l.patterns, l.Dir)
	}
	l.chooseIdle()
	l.setKeys()
	return l.checkLanguage()
}

// chooseSources decides for each package whether it comes from export data: it
// can if the build cache holds it and all that it imports, and none of that is
// own (own packages are type-checked from source, and there must be one
// *types.Package of each). l.order has imports first.
func (l *loader) chooseSources() {
	for _, n := range l.order {
		n.fromExport = n.path == "unsafe" || n.Export != "" && !n.own
		for _, path := range n.Imports {
			// Here Imports has been mapped by ImportMap already.
			if dep := l.nodes[path]; dep != nil && !dep.fromExport {
				n.fromExport = false
			}
		}
	}
}

// chooseRoots sets l.roots: the own packages that match the patterns. A
// package whose test variant is loaded stands back: the variant has its files too.
func (l *loader) chooseRoots() {
	hasVariant := make(map[string]bool)
	for _, n := range l.order {
		if n.ForTest == n.path {
			hasVariant[n.path] = true
		}
	}
	for _, n := range l.order {
		if n.isRoot() && !(n.ForTest == "" && hasVariant[n.path]) {
			l.roots = append(l.roots, n)
		}
	}
	slices.SortFunc(l.roots, func(a, b *node) int { return cmp.Compare(a.ImportPath, b.ImportPath) })
}

// isRoot reports whether n is an own package that matches the patterns. A test
// variant of a package that only stands between a package and its test is not:
// it has the same files as the package itself.
func (n *node) isRoot() bool {
	between := n.ForTest != "" && n.path != n.ForTest && n.path != n.ForTest+"_test"
	return n.own && !n.DepOnly && !between && n.Name != ""
}

// resolve returns the package that n means by an import path, or nil.
func (l *loader) resolve(n *node, path string) *node {
	if id, ok := n.ImportMap[path]; ok {
		path = id
	}
	return l.nodes[path]
}

// sourceFiles are the absolute names of the files to type-check.
func (n *node) sourceFiles() []string {
	if len(n.CompiledGoFiles) > 0 {
		return n.absolute(n.CompiledGoFiles)
	}
	return n.absolute(n.GoFiles, n.CgoFiles)
}

// absolute joins lists of file names in the package's folder.
func (n *node) absolute(lists ...[]string) []string {
	var files []string
	for _, file := range slices.Concat(lists...) {
		if !filepath.IsAbs(file) {
			file = filepath.Join(n.Dir, file)
		}
		files = append(files, file)
	}
	return files
}

// newEmpty makes a package with a name and nothing in it.
func (n *node) newEmpty() *types.Package {
	pkg := types.NewPackage(n.path, n.Name)
	pkg.MarkComplete()
	return pkg
}

// broken reports whether n has errors that forbid its analysis. An unused
// variable or import is an error, but forbids nothing, and neither does what
// go list finds wrong with a package that type-checks: a file to embed that is
// not there, for example.
func (n *node) broken() bool {
	// The type-checker calls soft, too, what makes no sense to SSA: a range over a number.
	hard := func(e types.Error) bool { return !e.Soft || !strings.Contains(e.Msg, "not used") }
	grave := func(e packages.Error) bool { return e.Kind != packages.ListError || n.fakeC }
	return n.types == nil || slices.ContainsFunc(n.errs, grave) || slices.ContainsFunc(n.typing, hard)
}

// isBroken reports whether n is an own package that was loaded with errors.
func (n *node) isBroken() bool { return n.own && n.needed && n.broken() }
