package reach

import (
	"fmt"
	"testing"
)

// TestPlaces checks that there is one place for each path, and how places lie.
func TestPlaces(t *testing.T) {
	e := newEvaluator(nil, nil)
	o := e.newObject(plain, true)
	if o.part("") != &o.whole || o.part("a.b") != o.whole.sub("a").sub("b") || o.part("a.b").path != "a.b" {
		t.Error("a path leads to another place than its fields")
	}
	for i := range 3 * maxListed { // beyond what is listed
		name := fmt.Sprint("f", i)
		if first := o.part(name); first != o.part(name) || o.whole.known(name) != first {
			t.Errorf("%s has two places", name)
		}
	}
	if o.whole.known("g") != nil || o.get("g").any() {
		t.Error("looking for a field makes a place")
	}
	deep := &o.whole
	for range 2 * maxFields {
		deep = deep.sub("x")
	}
	if deep.depth() != maxFields {
		t.Errorf("a place is %d fields deep, want %d", deep.depth(), maxFields)
	}
	for _, test := range []struct {
		inner, outer string
		in, touches  bool
		from         string
	}{
		{"a.b", "", true, true, "a.b"},
		{"a.b", "a", true, true, "b"},
		{"a.b", "a.b", true, true, ""},
		{"", "", true, true, ""},
		{"a", "a.b", false, true, ""},
		{"ab", "a", false, false, ""},
		{"a.c", "a.b", false, false, ""},
		{held, "a", false, true, ""},
	} {
		p, q := o.part(test.inner), o.part(test.outer)
		if p.in(q) != test.in || p.touches(q) != test.touches {
			t.Errorf("%q and %q: in %t, touches %t", test.inner, test.outer, p.in(q), p.touches(q))
		}
		if test.in && p.from(q) != test.from {
			t.Errorf("%q from %q: %q, want %q", test.inner, test.outer, p.from(q), test.from)
		}
	}
}

// TestStored checks what an object says of its parts once something is stored.
func TestStored(t *testing.T) {
	e := newEvaluator(nil, nil)
	o, in := e.newObject(plain, true), e.newObject(plain, true)
	e.store(o.part("b"), value{taint: true})
	e.store(o.part("a.x"), pointer(in))
	if all := o.all(); len(all) != 2 || all[0].path != "a.x" || all[1].path != "b" {
		t.Errorf("stored in %d places, or in another order", len(all))
	}
	if !o.whole.split || !o.part("a").split || o.part("a.x").split {
		t.Error("the wrong places are split")
	}
	if !o.reaches || in.reaches {
		t.Error("event data is in the outer object, not in the inner one")
	}
	e.taintAll(in)
	if got := e.load(o.part("a.x")); len(got.atoms) != 1 || got.atoms[0] != in.whole.as(false, "") {
		t.Error("what is loaded is not what was stored")
	}
	if !e.tainted(e.load(o.part("a.x"))) {
		t.Error("event data in what a field refers to is not found")
	}
}
