package catalog

import (
	"embed"
	"fmt"
	"go/types"
	"slices"
	"strings"
	"sync"
)

// An Entry is a constructor of the catalogue, or a family of them.
type Entry struct {
	Pattern   string // as written in the table
	Kind      string // one of Kinds
	Pays      string // what every invocation pays again, to continue a sentence: no capital, no full stop
	Exclusive bool   // not safe to share between concurrent invocations: reported, never hoisted (F4)
	First     bool   // the first argument alone says what is built (E1)
	Hoist     string // what to watch when hoisting, or ""
	Source    string // name and line of the table: "sql.txt:12"
}

// A Catalog answers which objects are constructors. It is safe for concurrent use.
type Catalog struct {
	rules []*rule
	fixed map[string][]*rule // by folded path, for patterns that name one package
	wild  []*rule            // for families of packages

	mu   sync.RWMutex
	seen map[string][]*rule // by package path, the rules that can match there, best first
}

//go:embed table/*.txt
var tables embed.FS

// Default returns the embedded catalogue.
func Default() *Catalog { return embedded() }

var embedded = sync.OnceValue(func() *Catalog {
	c, err := parseTables()
	if err != nil {
		panic(fmt.Sprintf("the embedded catalogue is malformed:\n%v", err))
	}
	return c
})

// parseTables reads the embedded files as one table.
func parseTables() (*Catalog, error) {
	files, err := tables.ReadDir("table")
	if err != nil {
		return nil, err
	}
	var p parser
	for _, f := range files {
		text, err := tables.ReadFile("table/" + f.Name())
		if err != nil {
			return nil, err
		}
		p.parse(f.Name(), string(text))
	}
	return p.catalog()
}

func newCatalog(rules []*rule) *Catalog {
	c := &Catalog{rules: rules, fixed: make(map[string][]*rule), seen: make(map[string][]*rule)}
	for _, r := range rules {
		if !r.pattern.fixed {
			c.wild = append(c.wild, r)
			continue
		}
		path := foldedPath(r.pattern.path)
		c.fixed[path] = append(c.fixed[path], r)
	}
	return c
}

// Merge returns a catalogue with the lines of both. Those of other win.
func (c *Catalog) Merge(other *Catalog) *Catalog {
	if other == nil || len(other.rules) == 0 {
		return c
	}
	above := c.layers()
	overruled := make(map[string]bool)
	var upper []*rule
	for _, r := range other.rules {
		overruled[r.pattern.key()] = true
		lifted := *r
		lifted.layer += above
		upper = append(upper, &lifted)
	}
	var rules []*rule
	for _, r := range c.rules {
		if !overruled[r.pattern.key()] {
			rules = append(rules, r)
		}
	}
	return newCatalog(append(rules, upper...))
}

// layers returns one more than the highest layer in use.
func (c *Catalog) layers() int {
	n := 0
	for _, r := range c.rules {
		n = max(n, r.layer+1)
	}
	return n
}

// Entries returns the constructors in the order of the table.
func (c *Catalog) Entries() []*Entry { return c.list(false) }

// Cheap returns the "!" lines in the order of the table (C2); Pays says why.
func (c *Catalog) Cheap() []*Entry { return c.list(true) }

func (c *Catalog) list(cheap bool) []*Entry {
	var entries []*Entry
	for _, r := range c.rules {
		if r.cheap == cheap {
			entries = append(entries, &r.Entry)
		}
	}
	return entries
}

// MayHold reports whether a package with this path can declare a constructor.
func (c *Catalog) MayHold(pkgPath string) bool {
	return slices.ContainsFunc(c.in(pkgPath), func(r *rule) bool { return !r.cheap })
}

// Lookup returns the entry of a function or method that is called. fn may be
// nil or an instance of a generic function.
func (c *Catalog) Lookup(fn *types.Func) (*Entry, bool) {
	if fn == nil || fn.Pkg() == nil {
		return nil, false
	}
	rules := c.in(fn.Pkg().Path())
	if len(rules) == 0 {
		return nil, false
	}
	sig := fn.Origin().Signature()
	s, recv := function, ""
	if sig.Recv() != nil {
		s, recv = method, typeName(sig.Recv().Type())
	}
	return best(rules, func(p *pattern) bool {
		return p.matchName(s, recv, fn.Name()) && (p.result == "" || p.matchResult(firstResult(fn.Pkg(), sig)))
	})
}

// LookupFullName is Lookup by name, as [types.Func.FullName] prints it, or with {}
// behind a type. Conditions on the result are taken as met.
func (c *Catalog) LookupFullName(fullName string) (*Entry, bool) {
	n, err := split(fullName)
	if err != nil {
		return nil, false
	}
	return best(c.in(n.path), func(p *pattern) bool { return p.matchName(n.shape, n.recv, n.base) })
}

// LookupType returns the entry of composite literals, or new, of a named type.
func (c *Catalog) LookupType(t types.Type) (*Entry, bool) {
	obj := namedObject(t)
	if obj == nil || obj.Pkg() == nil {
		return nil, false
	}
	return best(c.in(obj.Pkg().Path()), func(p *pattern) bool { return p.matchName(literal, "", obj.Name()) })
}

// best returns the entry of the first rule that matches, unless that is a "!" line.
func best(rules []*rule, match func(*pattern) bool) (*Entry, bool) {
	for _, r := range rules {
		if !match(r.pattern) {
			continue
		}
		if r.cheap {
			break
		}
		return &r.Entry, true
	}
	return nil, false
}

// in returns the rules for objects of a package, best first.
func (c *Catalog) in(pkgPath string) []*rule {
	c.mu.RLock()
	rules, ok := c.seen[pkgPath]
	c.mu.RUnlock()
	if ok {
		return rules
	}
	rules = c.match(pkgPath)
	c.mu.Lock()
	c.seen[pkgPath] = rules
	c.mu.Unlock()
	return rules
}

// match finds the rules for objects of a package, best first.
func (c *Catalog) match(pkgPath string) []*rule {
	path, _, _ := strings.Cut(pkgPath, " ") // "p [p.test]" is a variant of p
	var rules []*rule
	for _, list := range [][]*rule{c.fixed[foldedPath(path)], c.wild} {
		for _, r := range list {
			if r.pattern.matchPath(path) {
				rules = append(rules, r)
			}
		}
	}
	slices.SortStableFunc(rules, precedence)
	return rules
}

// precedence orders two rules that may match the same object, the better one first.
func precedence(a, b *rule) int {
	switch {
	case a.layer != b.layer:
		return b.layer - a.layer
	case a.pattern.weight != b.pattern.weight:
		return b.pattern.weight - a.pattern.weight
	case (a.pattern.result == "") != (b.pattern.result == ""):
		return yes(a.pattern.result == "") - yes(b.pattern.result == "")
	}
	return yes(b.cheap) - yes(a.cheap)
}

func yes(b bool) int {
	if b {
		return 1
	}
	return 0
}

// firstResult spells the type of the first result as inside pkg.
func firstResult(pkg *types.Package, sig *types.Signature) string {
	if sig.Results().Len() == 0 {
		return ""
	}
	typ := types.TypeString(sig.Results().At(0).Type(), func(other *types.Package) string {
		if other.Path() == pkg.Path() {
			return ""
		}
		return other.Path()
	})
	return withoutTypeArgs(typ)
}

// typeName returns the name of a receiver's type, or "".
func typeName(t types.Type) string {
	if obj := namedObject(t); obj != nil {
		return obj.Name()
	}
	return ""
}

// namedObject returns the declaration of T or *T, or nil where T has none.
func namedObject(t types.Type) *types.TypeName {
	if t == nil {
		return nil
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj()
	}
	return nil
}
