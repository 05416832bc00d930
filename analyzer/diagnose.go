package analyzer

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/lambdainit/lambdainit/internal/fix"
	"github.com/lambdainit/lambdainit/internal/hoist"
	"github.com/lambdainit/lambdainit/internal/report"
)

// diagnose reports findings as diagnostics of the pass's package, each with
// its fix or with the reason why there is none. The error is a bug in what
// plans fixes; the diagnostics are reported all the same.
func (s *settings) diagnose(pass *analysis.Pass, rules *rules, r *report.Result) error {
	err := s.planFixes(pass, rules, r)
	at, fixes := newPlaces(pass), fixesOf(r)
	for _, f := range r.Findings {
		d := analysis.Diagnostic{Pos: at.pos(f.Pos), End: at.pos(f.End), Category: f.Kind, Message: f.Message, URL: f.URL}
		if !d.Pos.IsValid() {
			continue
		}
		for _, s := range f.Related() {
			if p := at.pos(s.Pos); p.IsValid() {
				d.Related = append(d.Related, analysis.RelatedInformation{Pos: p, Message: s.What})
			}
		}
		for _, fix := range fixes(f) {
			d.SuggestedFixes = append(d.SuggestedFixes, at.fix(fix))
		}
		pass.Report(d)
	}
	return err
}

// planFixes sets the fixes of the findings.
func (s *settings) planFixes(pass *analysis.Pass, rules *rules, r *report.Result) error {
	mode := hoist.Init
	if s.Lazy {
		mode = hoist.Lazy
	}
	return fix.Plan(s.toMove(pass, rules), r.Findings, mode)
}

// exportKnowledge tells importing packages how far their fixes may move what
// this package exports.
func (s *settings) exportKnowledge(pass *analysis.Pass, rules *rules) {
	if !s.Local && pass.Pkg.Name() != "main" {
		pass.ExportPackageFact(fix.NewFact(s.toMove(pass, rules)))
	}
}

// toMove presents the pass's package to package hoist.
func (s *settings) toMove(pass *analysis.Pass, rules *rules) *hoist.Package {
	p := &hoist.Package{Fset: pass.Fset, Files: pass.Files, Pkg: pass.Pkg, Info: pass.TypesInfo,
		Src: pass.ReadFile, Exclusive: fix.Exclusive(rules.catalog), Module: s.Module}
	if pass.Module != nil && pass.Module.Path != "" {
		p.Module = pass.Module.Path
	}
	p.Known = func(fn *types.Func) hoist.Knowledge {
		fact := new(fix.Fact)
		if !pass.ImportPackageFact(fn.Pkg(), fact) {
			return hoist.Nothing
		}
		return fact.Known(fn)
	}
	p.Beside = func(pkg *types.Package) bool { return pass.ImportPackageFact(pkg, new(fix.Fact)) }
	p.Effect = func(fn *types.Func, at int) hoist.Effect {
		fact := new(fix.Fact)
		if !pass.ImportPackageFact(fn.Pkg(), fact) {
			return 0
		}
		return fact.Effect(fn, at)
	}
	return p
}

// fixesOf returns what tells the fixes of a finding: its own, or the one that
// moves its call along. Drivers make equal edits once.
func fixesOf(r *report.Result) func(*report.Finding) []report.Fix {
	byPos := make(map[report.Position][]report.Fix)
	for _, f := range r.Findings {
		if len(f.Fixes) > 0 {
			byPos[f.Pos] = f.Fixes
		}
	}
	return func(f *report.Finding) []report.Fix {
		if len(f.Fixes) > 0 {
			return f.Fixes
		}
		return byPos[f.FixedBy]
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

// fix presents a fix as go/analysis does.
func (p places) fix(fix report.Fix) analysis.SuggestedFix {
	s := analysis.SuggestedFix{Message: fix.Message}
	for _, e := range fix.Edits {
		f := p[e.File]
		s.TextEdits = append(s.TextEdits, analysis.TextEdit{Pos: f.Pos(e.Start), End: f.Pos(e.End), NewText: []byte(e.New)})
	}
	return s
}
