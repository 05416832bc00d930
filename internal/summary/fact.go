package summary

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// A Fact is a package fact: the condensed bodies of a package of the main
// module and of those that it imports, directly or not. Drivers that see one
// package at a time pass on no facts of packages that the importer's types do
// not mention, so each fact carries all that is below it.
type Fact struct {
	own  *Package
	deps []*Fact
}

// AFact marks Fact as an analysis fact.
func (*Fact) AFact() {}

// NewFact returns the fact of p, whose imports in the main module have deps.
func NewFact(p *Package, deps []*Fact) *Fact { return &Fact{own: p, deps: deps} }

// String names the packages that the fact carries.
func (f *Fact) String() string {
	var paths []string
	for _, p := range f.Packages() {
		paths = append(paths, p.Path)
	}
	return fmt.Sprintf("condensed bodies of %v", paths)
}

// Packages returns the packages that the facts carry, each once, those that
// are imported before those that import them.
func Packages(facts ...*Fact) []*Package {
	var all []*Package
	seen := make(map[string]bool)
	var visit func(f *Fact)
	visit = func(f *Fact) {
		if f.own != nil && seen[f.own.Path] {
			return
		}
		if f.own != nil {
			seen[f.own.Path] = true
		}
		for _, d := range f.deps {
			visit(d)
		}
		if f.own != nil {
			all = append(all, f.own)
		}
	}
	for _, f := range facts {
		visit(f)
	}
	return all
}

// Packages returns the packages that f carries, imported ones first.
func (f *Fact) Packages() []*Package { return Packages(f) }

// GobEncode encodes all packages that f carries. The encoding is JSON, which
// is the same for the same packages whatever was encoded before it.
func (f *Fact) GobEncode() ([]byte, error) {
	return json.Marshal(encoded{f.own != nil, append([]*Package{}, f.Packages()...)})
}

// encoded is the form in which facts travel.
type encoded struct {
	Own      bool // the last package is the fact's own
	Packages []*Package
}

// GobDecode is the inverse of GobEncode.
func (f *Fact) GobDecode(data []byte) error {
	var all encoded
	err := json.Unmarshal(data, &all)
	if err == nil && all.Packages == nil {
		err = errors.New("no packages")
	}
	if err != nil {
		return fmt.Errorf("facts of another version of lambdainit: %w (remedy: go clean -cache)", err)
	}
	n := len(all.Packages)
	if all.Own && n > 0 {
		n--
		f.own = all.Packages[n]
	}
	for _, p := range all.Packages[:n] {
		f.deps = append(f.deps, &Fact{own: p})
	}
	return nil
}

// sortedUnique sorts s and drops repetitions.
func sortedUnique(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}
