package reach

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// nodeValue evaluates one node of a context.
func (e *evaluator) nodeValue(c *context, at summary.Ref, n *summary.Node) value {
	v := e.node(c, at, n)
	if n.Plain {
		return e.plainly(v)
	}
	return v
}

// plainly is what is left of a value that can hold nothing: whether it is event data.
func (e *evaluator) plainly(v value) value {
	if len(v.atoms) == 0 {
		return v
	}
	return value{taint: e.tainted(v)}
}

// node evaluates one node, whatever its type.
func (e *evaluator) node(c *context, at summary.Ref, n *summary.Node) value {
	switch n.Op {
	case summary.OpParam:
		return c.args[at]
	case summary.OpFree:
		return e.free(c, at)
	case summary.OpGlobal:
		return pointer(e.global(n.S))
	case summary.OpFunc:
		return pointer(e.function(n))
	case summary.OpClosure:
		return e.closure(c, at, n)
	case summary.OpBound:
		return e.bound(c, at, n)
	case summary.OpAlloc:
		return e.alloc(c, at, n)
	case summary.OpCall:
		return e.call(c, at, n)
	case summary.OpExtract:
		return e.extract(c, n)
	case summary.OpStore:
		e.storeNode(c, n)
		return value{}
	}
	return e.access(c, at, n)
}

func (e *evaluator) access(c *context, at summary.Ref, n *summary.Node) value {
	switch n.Op {
	case summary.OpFieldAddr:
		return move(c.val(n.X[0]), n.S)
	case summary.OpElemAddr:
		v := move(c.val(n.X[0]), elem)
		v.taint = v.taint || e.indexTaint(c, n) || takesListed(c, n)
		return v
	case summary.OpLoad:
		if n.S == "copy" {
			return e.copyNode(c, at, n)
		}
		return e.loadNode(c, n)
	case summary.OpField:
		return e.part(c.val(n.X[0]), n.S, !n.Plain)
	case summary.OpElem:
		return e.elemNode(c, n)
	case summary.OpIface:
		return e.iface(c, at, n)
	case summary.OpTaint:
		if n.S == "compared" {
			return value{taint: slices.ContainsFunc(n.X, func(r summary.Ref) bool { return c.val(r).taint })}
		}
		return value{taint: e.anyOf(c, n.X)}
	}
	var out value
	for _, r := range n.X {
		out = join(out, c.val(r))
	}
	if n.S != "" {
		out.atoms = ofType(out.atoms, n.S)
	}
	return out
}

// ofType keeps what a type assertion to typ lets through.
func ofType(atoms []atom, typ string) []atom {
	var out []atom
	for _, a := range atoms {
		if a.typ == "" || a.typ == typ {
			out = append(out, a)
		}
	}
	return out
}

// anyOf reports whether one of the operands holds event data.
func (e *evaluator) anyOf(c *context, refs []summary.Ref) bool {
	for _, r := range refs {
		if e.tainted(c.val(r)) {
			return true
		}
	}
	return false
}

func (e *evaluator) free(c *context, at summary.Ref) value {
	if c.env == nil {
		return value{}
	}
	return c.env.get(strconv.Itoa(int(at) - len(c.fn.Params)))
}

// global is a package variable; those of other modules have unknown contents.
func (e *evaluator) global(name string) *object {
	kind := opaque
	if i := strings.LastIndexByte(name, '.'); i >= 0 && e.pkgs[name[:i]] != nil {
		kind = plain
	}
	o := e.object(objectKey{sub: "global " + name}, kind, false)
	o.global = name
	return o
}

// defaultMux is what http.DefaultServeMux points to.
func (e *evaluator) defaultMux() value {
	return pointer(e.child(&e.global("net/http.DefaultServeMux").whole))
}

// function is a function used as a value.
func (e *evaluator) function(n *summary.Node) *object {
	if fn := e.funcs[n.S]; fn != nil && n.Made == nil {
		o := e.object(objectKey{sub: "func " + n.S}, closure, false)
		o.fn = fn
		return o
	}
	o := e.object(objectKey{sub: "func " + n.S}, foreign, false)
	o.name, o.made = n.S, n.Made
	return o
}

func (e *evaluator) closure(c *context, at summary.Ref, n *summary.Node) value {
	fn := e.funcs[n.S]
	if fn == nil {
		return value{}
	}
	o := e.object(objectKey{at: c, node: at}, closure, c.inv && !e.holds(c, at, n))
	o.fn = fn
	for i, r := range n.X {
		e.store(o.part(strconv.Itoa(i)), c.val(r))
	}
	return pointer(o)
}

func (e *evaluator) bound(c *context, at summary.Ref, n *summary.Node) value {
	o := e.object(objectKey{at: c, node: at}, bound, c.inv && !e.holds(c, at, n))
	o.name, o.conv, o.made = n.S, n.Conv, n.Made
	e.store(o.part("recv"), c.val(n.X[0]))
	return pointer(o)
}

func (e *evaluator) alloc(c *context, at summary.Ref, n *summary.Node) value {
	fresh := c.inv && !e.holds(c, at, n)
	if n.Made != nil {
		o := e.product(c, at, n.Made, fresh)
		if !o.tainted() && e.contentTaint(o) {
			e.taintAll(o)
		}
		return pointer(o)
	}
	o := e.object(objectKey{at: c, node: at, sub: mode(fresh)}, plain, fresh)
	if o.typ == "" && n.S != "" && n.S != "container" {
		o.typ = n.S
		e.addInstance("*"+n.S, o)
	}
	return pointer(o)
}

// contentTaint reports whether event data was stored into a literal's fields.
func (e *evaluator) contentTaint(o *object) bool {
	for _, f := range o.all() {
		if e.tainted(f.val) {
			return true
		}
	}
	return false
}

func mode(fresh bool) string {
	if fresh {
		return "fresh"
	}
	return "kept"
}

// product records a construction at a node.
func (e *evaluator) product(c *context, at summary.Ref, m *summary.Made, fresh bool) *object {
	o := e.object(objectKey{at: c, node: at, sub: "product " + mode(fresh)}, product, fresh)
	o.made = m
	set(&c.made, at, o)
	return o
}

// move goes from pointers to pointers into a part.
func move(v value, field string) value {
	out := value{taint: v.taint}
	for _, a := range v.atoms {
		out.atoms = append(out.atoms, a.sub(field).as(false, ""))
	}
	out.atoms = sorted(out.atoms)
	return out
}

// indexTaint reports whether an element was chosen by event data among
// contents that are not known. Choosing between known ones is no dependence (E3).
func (e *evaluator) indexTaint(c *context, n *summary.Node) bool {
	if len(n.X) < 2 || !e.tainted(c.val(n.X[1])) {
		return false
	}
	v := c.val(n.X[0])
	for _, a := range v.atoms {
		if a.obj.kind == opaque || a.obj.tainted() {
			return true
		}
	}
	return len(v.atoms) == 0
}

func (e *evaluator) loadNode(c *context, n *summary.Node) value {
	from := c.val(n.X[0])
	out := value{taint: from.taint}
	for _, a := range from.atoms {
		c.looked(a.place)
		out = join(out, e.find(a.place, !n.Plain))
		if n.S == "agg" && !isCopy(a) {
			out = join(out, only(a.as(true, "")))
		}
	}
	if name := variableOf(c.fn, n.X[0]); e.library && !out.any() && name != "" && e.written[name] && e.types[n.T] != nil {
		return e.unknown(n.T, false) // main assigns it, which is not here
	}
	return out
}

// isCopy reports whether a variable is nothing but a copy of other structs, as
// parameters passed by value are: then those stand for it.
func isCopy(a atom) bool {
	if a.path != "" || a.obj.kind != plain || len(a.obj.all()) != 1 {
		return false
	}
	for _, x := range a.obj.get("").atoms {
		if x.agg || x.obj.kind == opaque || x.obj.kind == product {
			return true
		}
	}
	return false
}

func (e *evaluator) elemNode(c *context, n *summary.Node) value {
	out := value{taint: c.val(n.X[0]).taint || e.indexTaint(c, n) || takesListed(c, n)}
	for _, a := range c.val(n.X[0]).atoms {
		l := a.sub(elem)
		c.looked(l)
		out = join(out, e.aggregate(l, !n.Plain))
		out = join(out, dataOf(a, n.Key))
	}
	if !out.taint && len(n.X) > 1 && hasOpaque(out) && e.tainted(c.val(n.X[1])) {
		out.taint = true
	}
	return out
}

// hasOpaque reports whether v may be something of unknown contents.
func hasOpaque(v value) bool {
	return slices.ContainsFunc(v.atoms, func(a atom) bool { return a.obj.kind == opaque })
}

func (e *evaluator) storeNode(c *context, n *summary.Node) {
	for _, a := range c.val(n.X[0]).atoms {
		if a.agg {
			continue
		}
		l := placeOf(n, a)
		switch v := c.val(n.X[1]); {
		case !v.any():
		case n.Key != "" && isData(v):
			e.store(a.sub(keyPath(n.Key)), v)
		default:
			e.store(l, v)
		}
		if n.T != "nil" && !e.ticks(c, n.X[1:]...) {
			e.stored(c, l)
		}
	}
}

// stored notes that a context stores into a place.
func (e *evaluator) stored(c *context, l *place) {
	if !c.stores[l] {
		set(&c.stores, l, true)
		l.storers = append(l.storers, c)
		e.touch()
		if l.tokens {
			e.changes(l.obj)
		}
	}
}

// looked notes that a context reads a place.
func (c *context) looked(l *place) {
	if c.loads != nil {
		c.loads[l] = true
	}
}

// iface converts a value to an interface: from here on its type is known.
func (e *evaluator) iface(c *context, at summary.Ref, n *summary.Node) value {
	v := c.val(n.X[0])
	if n.S == "" {
		return v
	}
	if len(v.atoms) == 0 && (e.types[n.S] != nil || e.isModule(n.S)) {
		v = join(v, pointer(e.object(objectKey{at: c, node: at}, plain, c.inv)))
	}
	out := value{taint: v.taint}
	foreign := len(n.Conv) > 0 && e.pkgs[n.Pkg] == nil
	for _, a := range v.atoms {
		out.atoms = append(out.atoms, a.as(a.agg, n.S))
		if foreign {
			e.converted(a.obj, n.Conv)
		}
	}
	out.atoms = sorted(out.atoms)
	return out
}

// converted notes that other modules can call an object's methods.
func (e *evaluator) converted(o *object, keys []string) {
	first := len(o.methods) == 0
	if o.methods == nil {
		o.methods = make(map[string]bool)
	}
	for _, k := range keys {
		if !o.methods[k] {
			o.methods[k] = true
			e.changes(o)
		}
	}
	if first {
		e.nowCallable(o)
	}
}

func (e *evaluator) extract(c *context, n *summary.Node) value {
	i, _ := strconv.Atoi(n.S)
	if t := c.tuples[n.X[0]]; i < len(t) {
		return t[i]
	}
	return value{}
}
