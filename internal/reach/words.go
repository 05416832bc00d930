package reach

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/report"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// finding puts a call to move into words. It returns nil where an imported
// package has already reported it.
func (w *walk) finding(pos report.Position, f *found) *report.Finding {
	if !w.opts.Module && w.reportedBelow(pos) {
		return nil
	}
	out := &report.Finding{
		Pos: pos, End: w.position(f.fn.Pkg, f.node.End),
		Kind: f.builds[0].made.Kind, URL: URL(f.builds[0].made.Kind),
		Handlers: f.handlers, Keyed: f.keyed, Broken: f.broken, Conditional: !f.always,
	}
	builds := f.all()
	for _, b := range builds {
		out.Builds = append(out.Builds, report.Site{Pos: w.position(b.at.fn.Pkg, b.at.fn.Nodes[b.node].Pos), What: b.made.Name})
		out.Names = append(out.Names, b.made.Full)
	}
	for _, s := range f.way {
		out.Way = append(out.Way, s.site)
	}
	out.What, out.Pays, out.Advice = names(builds), pays(builds), advice(f)
	if !w.opts.Module && f.fn.Pkg != w.own.Path {
		out.At = fmt.Sprintf("%s:%d", shortPath(pos.File), pos.Line)
		out.Pos, out.End = w.lastInside(f)
	}
	out.Compose()
	return out
}

// pays says what the dearest of what is built costs again. It names that where
// it is not the first.
func pays(builds []*object) string {
	dearest := builds[0].made
	most := catalog.CostOf(dearest.Kind, dearest.Full)
	for _, b := range builds[1:] {
		if c := catalog.CostOf(b.made.Kind, b.made.Full); c.Dearer(most) {
			dearest, most = b.made, c
		}
	}
	if dearest.Name == builds[0].made.Name {
		return dearest.Pays
	}
	return "for " + dearest.Name + " " + dearest.Pays
}

// unreasoned reports annotations of the package that give no reason (S1).
func unreasoned(p *summary.Package) []*report.Finding {
	var out []*report.Finding
	for _, i := range p.Ignores {
		if !i.Reason {
			out = append(out, &report.Finding{Kind: "directive", URL: DirectiveURL, Pos: report.Position{File: p.Files[i.F], Line: int(i.At.L), Col: int(i.At.C)},
				Message: "//lambdainit:ignore without a reason: write why this may be built on every invocation"})
		}
	}
	return out
}

// DirectiveURL tells about annotations, which have no kind.
const DirectiveURL = "https://github.com/lambdainit/lambdainit#when-it-should-keep-quiet"

// URL is the page of a kind (P5).
func URL(kind string) string {
	return "https://github.com/lambdainit/lambdainit/blob/main/docs/kinds/" + kind + ".md"
}

// shortPath names a file by its folder and name.
func shortPath(file string) string {
	return filepath.Base(filepath.Dir(file)) + "/" + filepath.Base(file)
}

// reportedBelow reports whether an imported package has reported a call itself.
func (w *walk) reportedBelow(pos report.Position) bool {
	for _, p := range w.pkgs[:len(w.pkgs)-1] {
		if _, ok := slices.BinarySearch(p.Reported, pos.Key()); ok {
			return true
		}
	}
	return false
}

// advice says what to do.
func advice(f *found) string {
	switch {
	case f.keyed:
		return "it depends on the event: keep one per key in a map at package scope"
	case f.broken != "":
		return "mend the guard or build it once, at package scope or in main"
	case f.builds[0].made.Exclusive:
		return "keep a pool at package scope instead: a single connection must not be shared by concurrent invocations"
	case f.builds[0].made.First:
		return "do that once, at package scope, and use the result here"
	case f.node.Made == nil:
		return "make this call once, at package scope or in main"
	}
	return "build it once, at package scope or in main"
}

// names lists what is built, each name once.
func names(builds []*object) string {
	var out []string
	for _, b := range builds {
		if !slices.Contains(out, b.made.Name) {
			out = append(out, b.made.Name)
		}
	}
	if len(out) == 1 {
		return out[0]
	}
	return strings.Join(out[:len(out)-1], ", ") + " and " + out[len(out)-1]
}

// ignores answers where annotations silence reports (S1, S2).
type ignores struct {
	byPkg map[string][]summary.Ignore
	used  map[placed]bool
}

func newIgnores(pkgs []*summary.Package) *ignores {
	ig := &ignores{byPkg: make(map[string][]summary.Ignore), used: make(map[placed]bool)}
	for _, p := range pkgs {
		ig.byPkg[p.Path] = p.Ignores
	}
	return ig
}

// unused returns the annotations of a package that silenced nothing.
func (ig *ignores) unused(p *summary.Package) []summary.Ignore {
	return slices.DeleteFunc(slices.Clone(p.Ignores), func(i summary.Ignore) bool { return i.Nolint || ig.used[placed{p.Path, i.At}] })
}

// placed is a position together with the package whose files it refers to.
type placed struct {
	pkg string
	at  summary.Pos
}

// covers reports whether an annotation covers a place.
func (ig *ignores) covers(pkg string, p summary.Pos) bool {
	for _, i := range ig.byPkg[pkg] {
		if p.IsValid() && i.F == p.F && i.From <= p.L && p.L <= i.To {
			ig.used[placed{pkg, i.At}] = true
			return true
		}
	}
	return false
}
