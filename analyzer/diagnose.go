package analyzer

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/lambdainit/lambdainit/internal/report"
)

// diagnose reports findings as diagnostics of the pass's package.
func diagnose(pass *analysis.Pass, r *report.Result) {
	at := newPlaces(pass)
	for _, f := range r.Findings {
		d := analysis.Diagnostic{Pos: at.pos(f.Pos), End: at.pos(f.End), Category: f.Kind, Message: f.Message, URL: f.URL}
		if !d.Pos.IsValid() {
			continue
		}
		for _, s := range append(append([]report.Site{}, f.Builds...), f.Way...) {
			if p := at.pos(s.Pos); p.IsValid() {
				d.Related = append(d.Related, analysis.RelatedInformation{Pos: p, Message: s.What})
			}
		}
		pass.Report(d)
	}
}

// places finds the token.Pos of positions in the pass's files.
type places map[string]*token.File

func newPlaces(pass *analysis.Pass) places {
	p := make(places)
	for _, f := range pass.Files {
		file := pass.Fset.File(f.FileStart)
		p[pass.Fset.Position(f.FileStart).Filename] = file
	}
	return p
}

// pos returns the token.Pos of a position, or NoPos if it is in another package.
func (p places) pos(at report.Position) token.Pos {
	f := p[at.File]
	if f == nil || at.Line < 1 || at.Line > f.LineCount() {
		return token.NoPos
	}
	return f.LineStart(at.Line) + token.Pos(at.Col-1)
}
