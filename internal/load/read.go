package load

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"os"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
)

// read parses the roots and whatever source the types in them need, and reads
// the export data that the parsed files import. Should export data turn out to
// be unreadable, mode Auto starts again from source.
func (l *loader) read() error {
	defer timed(&l.stats.Parse)()
	r := newReader(l)
	r.run()
	if r.exportErr != nil {
		if l.Mode == Export || l.older(l.env.GOVERSION) {
			return l.unreadable(r.exportErr)
		}
		l.forgetExports()
		r = newReader(l)
		r.run()
	}
	l.settleWeak()
	return l.ctx.Err()
}

// forgetExports sends every package the source way.
func (l *loader) forgetExports() {
	for _, n := range l.order {
		n.fromExport = n.path == "unsafe"
		n.once, n.needed, n.types, n.files = sync.Once{}, false, nil, nil
		n.errs = slices.DeleteFunc(n.errs, isParseError)
	}
}

// A reader loads packages in parallel, starting from the roots and finding out
// on the way which further ones they need.
type reader struct {
	*loader
	wg        sync.WaitGroup
	exports   exports
	exportErr error // first one; guarded by exports.mu
	started   atomic.Int64
	finished  atomic.Int64
}

func newReader(l *loader) *reader {
	return &reader{loader: l, exports: newExports(l.fset)}
}

func (r *reader) run() {
	for _, n := range r.roots {
		if !n.known {
			r.need(n)
		}
	}
	r.wg.Wait()
}

// need loads n, once, and then what n needs.
func (r *reader) need(n *node) {
	n.once.Do(func() {
		n.needed = true
		r.started.Add(1)
		r.wg.Go(func() {
			r.load(n)
			r.progress()
			for _, dep := range n.imports {
				r.need(dep)
			}
		})
	})
}

func (r *reader) progress() {
	done := r.finished.Add(1)
	if r.Progress != nil {
		r.Progress(int(done), int(r.started.Load()))
	}
}

// load reads the export data of n, or parses its files.
func (r *reader) load(n *node) {
	r.slots <- struct{}{}
	defer func() { <-r.slots }()
	switch {
	case r.ctx.Err() != nil:
	case n.fromExport:
		r.readExport(n)
	case n.idle:
		r.parseIdle(n)
	case n.own:
		r.parseOwn(n)
	default:
		r.parseDependency(n)
	}
}

func (r *reader) readExport(n *node) {
	pkg, err := r.exports.read(n)
	if err != nil {
		r.exports.mu.Lock()
		defer r.exports.mu.Unlock()
		r.exportErr = errors.Join(r.exportErr, err)
	}
	n.types = pkg
}

// parseOwn parses all of n. It needs all that it imports.
func (r *reader) parseOwn(n *node) {
	r.parseWhole(n)
	r.importsOf(n, func(spec *ast.ImportSpec) bool { return spec.Name == nil || spec.Name.Name != "_" })
}

// parseIdle parses all of n, but needs of what it imports only what its
// declarations name.
func (r *reader) parseIdle(n *node) {
	r.parseWhole(n)
	named := make(map[string]bool)
	for _, file := range n.files {
		addQualifiers(named, file)
	}
	r.importsOf(n, func(spec *ast.ImportSpec) bool { return r.isNamed(n, spec, named) })
}

func (r *reader) parseWhole(n *node) {
	for _, name := range n.sourceFiles() {
		src, err := r.readFile(name)
		if err != nil {
			n.addError(fileError(name, err))
			continue
		}
		file, err := parser.ParseFile(r.fset, name, src, parser.ParseComments|parser.AllErrors|parser.SkipObjectResolution)
		n.addParseErrors(err)
		n.files = append(n.files, file)
	}
}

// parseDependency parses what a package declares and its importers can see. Of
// what it imports it needs only what that names. Its errors are for its own
// authors.
func (r *reader) parseDependency(n *node) {
	for _, name := range n.sourceFiles() {
		src, err := r.readFile(name)
		if err != nil {
			continue
		}
		file, _ := parser.ParseFile(r.fset, name, blankBodies(src), parser.SkipObjectResolution)
		n.files = append(n.files, file)
	}
	named := prune(n.files)
	r.importsOf(n, func(spec *ast.ImportSpec) bool { return r.isNamed(n, spec, named) })
}

// importsOf sets what n's files import, apart what they need and what not.
func (r *reader) importsOf(n *node, needs func(*ast.ImportSpec) bool) {
	n.imports, n.weak = make(map[string]*node), make(map[string]*node)
	for _, file := range n.files {
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			dep := r.resolve(n, path)
			switch {
			case err != nil || dep == nil:
			case needs(spec):
				n.imports[path] = dep
			default:
				n.weak[path] = dep
			}
		}
	}
	for path := range n.imports {
		delete(n.weak, path)
	}
}

// isNamed reports whether the name that an import declares is among the names.
func (r *reader) isNamed(n *node, spec *ast.ImportSpec, names map[string]bool) bool {
	if spec.Name != nil {
		return spec.Name.Name == "." || names[spec.Name.Name]
	}
	path, _ := strconv.Unquote(spec.Path.Value)
	dep := r.resolve(n, path)
	return dep != nil && names[dep.Name]
}

// addQualifiers adds the names that may stand for packages in a file's
// declarations, outside function bodies. On the way it empties composite
// literals, of which only the type matters.
func addQualifiers(names map[string]bool, file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok {
				names[id.Name] = true
			}
		case *ast.CompositeLit:
			empty(n)
		case *ast.BlockStmt:
			return false
		}
		return true
	})
}

// empty drops a literal's elements and keeps its type, which for [...]T depends
// on them. Where they have keys, those would have to be evaluated: it stays.
func empty(lit *ast.CompositeLit) {
	array, ok := lit.Type.(*ast.ArrayType)
	if ok && isEllipsis(array.Len) {
		if slices.ContainsFunc(lit.Elts, isKeyed) {
			return
		}
		array.Len = &ast.BasicLit{ValuePos: array.Len.Pos(), Kind: token.INT, Value: strconv.Itoa(len(lit.Elts))}
	}
	lit.Elts = nil
}

func isEllipsis(e ast.Expr) bool { _, ok := e.(*ast.Ellipsis); return ok }
func isKeyed(e ast.Expr) bool    { _, ok := e.(*ast.KeyValueExpr); return ok }

// settleWeak gives each own package the packages that it imports for their
// side effects, if they were loaded for another reason.
func (l *loader) settleWeak() {
	for _, n := range l.order {
		if !n.own {
			continue
		}
		for path, dep := range n.weak {
			if dep.needed {
				n.imports[path] = dep
			}
		}
	}
}

func (l *loader) readFile(name string) ([]byte, error) {
	if src, ok := l.Overlay[name]; ok {
		return slices.Clone(src), nil
	}
	return os.ReadFile(name)
}

// addParseErrors adds what the parser found wrong.
func (n *node) addParseErrors(err error) {
	list, ok := errors.AsType[scanner.ErrorList](err)
	if !ok && err != nil {
		panic("parser: unexpected error: " + err.Error())
	}
	for _, e := range list {
		n.addError(parseError(e))
	}
}
