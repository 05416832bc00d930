package reach

import (
	"slices"
	"strings"
)

// A place is where something may be stored: an object, or a part of one. There
// is one place for each, so that places can be compared.
type place struct {
	obj   *object
	name  string // the field
	path  string // fields from the object, joined by "."
	outer *place // of which it is a part, or nil
	parts []*place
	index map[string]*place // of parts, if there are many
	refs  []atom            // to it

	val     value      // what may be stored there
	split   bool       // something is stored in a part of it
	carries bool       // event data was found in it, for good
	storers []*context // that store there
	tokens  bool       // a guard holds if only what runs once stores there
	loading bool       // see find
	visit   int        // that saw it last

	child *object // of unknown contents, to which it refers; see (*evaluator).child
	given *object // holds what this part, another module's, was given; see opened
}

// An atom refers to an object or to a part of one. Equal atoms are the same
// pointer.
type atom = *ref

type ref struct {
	*place
	agg   bool   // a copy of the struct or array there, not a pointer to it
	typ   string // the concrete type, once it was converted to an interface
	alone []atom // the set of this one
}

// as returns the reference to a place: a pointer, or a copy of what is there,
// of a type if one is known.
func (p *place) as(agg bool, typ string) atom {
	for _, a := range p.refs {
		if a.agg == agg && a.typ == typ {
			return a
		}
	}
	a := &ref{place: p, agg: agg, typ: typ}
	a.alone = []atom{a}
	p.refs = append(p.refs, a)
	return a
}

// pointer is a value that points to a place.
func (p *place) pointer() value { return only(p.as(false, "")) }

// only is the value that refers to one thing.
func only(a atom) value { return value{atoms: a.alone} }

// maxFields bounds the paths of places: types may be recursive.
const maxFields = 8

// sub returns the place of a field.
func (p *place) sub(field string) *place {
	if in := p.known(field); in != nil {
		return in
	}
	if p.depth() >= maxFields {
		return p
	}
	in := &place{obj: p.obj, name: field, path: field, outer: p}
	if p.path != "" {
		in.path = p.path + "." + field
	}
	p.parts = append(p.parts, in)
	if len(p.parts) == maxListed {
		p.index = make(map[string]*place)
		for _, in := range p.parts {
			p.index[in.name] = in
		}
	}
	if p.index != nil {
		p.index[field] = in
	}
	return in
}

// maxListed is from how many parts on they are looked up in an index.
const maxListed = 8

// known returns the place of a field, or nil if there has been no use for it.
func (p *place) known(field string) *place {
	if p.index != nil {
		return p.index[field]
	}
	for _, in := range p.parts {
		if in.name == field {
			return in
		}
	}
	return nil
}

// content returns what is stored in a field.
func (p *place) content(field string) value {
	p.obj.seen()
	if in := p.known(field); in != nil {
		return in.val
	}
	return value{}
}

func (p *place) depth() int {
	n := 0
	for ; p.outer != nil; p = p.outer {
		n++
	}
	return n
}

// at returns the place at a path of fields, which may be empty.
func (p *place) at(path string) *place {
	for path != "" {
		var field string
		field, path, _ = strings.Cut(path, ".")
		p = p.sub(field)
	}
	return p
}

// from returns the path that leads to a place from one around it.
func (p *place) from(outer *place) string {
	switch {
	case p == outer:
		return ""
	case outer.path == "":
		return p.path
	}
	return p.path[len(outer.path)+1:]
}

// get returns what is stored at a place.
func (p *place) get() value {
	p.obj.seen()
	return p.val
}

// in reports whether a place is another one or a part of it.
func (p *place) in(outer *place) bool {
	for ; p != nil; p = p.outer {
		if p == outer {
			return true
		}
	}
	return false
}

// touches reports whether one of two places of an object lies in the other.
func (p *place) touches(q *place) bool {
	return p.in(q) || q.in(p) || p.path == held
}

// hold sets what is stored at a place.
func (p *place) hold(v value) {
	o := p.obj
	if !p.val.any() {
		i, _ := slices.BinarySearchFunc(o.fields, p, func(a, b *place) int { return strings.Compare(a.path, b.path) })
		o.fields = slices.Insert(o.fields, i, p)
		for out := p.outer; out != nil && !out.split; out = out.outer {
			out.split = true
		}
	}
	p.val = v
}
