package analyzer

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/lambdainit/lambdainit/internal/fix"
	"github.com/lambdainit/lambdainit/internal/reach"
	"github.com/lambdainit/lambdainit/internal/report"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// Analyzer is lambdainit with its default settings and its flags.
var Analyzer = newAnalyzer(&settings{})

const doc = `find what a Lambda function builds again on every invocation

SDK clients, database pools, models and other expensive things that are built
in a handler, or in what it calls, could be built once per execution
environment. The analyzer reports the call that has to move to package scope.`

// New returns an analyzer with the given settings. Its flags, named as the
// settings, change them. The error names a setting that is not valid.
func New(cfg Config) (*analysis.Analyzer, error) {
	s := &settings{Config: cfg}
	if err := s.check(); err != nil {
		return nil, err
	}
	return newAnalyzer(s), nil
}

func newAnalyzer(s *settings) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "lambdainit",
		Doc:        doc,
		URL:        "https://github.com/lambdainit/lambdainit",
		Run:        s.run,
		ResultType: reflect.TypeFor[*report.Result](),
	}
	if !s.Local { // drivers then need not analyse dependencies at all
		a.FactTypes = []analysis.Fact{new(summary.Fact), new(fix.Fact)}
	}
	s.bind(&a.Flags)
	return a
}

// run analyses one package of the main module: it condenses the package,
// passes that on as a fact, evaluates the handlers and reports.
func (s *settings) run(pass *analysis.Pass) (result any, err error) {
	if !s.inMainModule(pass) || len(pass.TypeErrors) > 0 {
		return &report.Result{}, nil
	}
	defer func() {
		if r := recover(); r != nil {
			result, err = &report.Result{}, failure(pass, r)
		}
	}()
	rules, err := s.rules()
	if err != nil {
		return nil, err
	}
	deps := s.imported(pass)
	own := summary.Build(summary.Input{Fset: pass.Fset, Files: pass.Files, Pkg: pass.Pkg, Info: pass.TypesInfo,
		Catalog: rules.catalog, Points: rules.points, Deps: summary.Packages(deps...), Tests: s.Tests})
	fact := summary.NewFact(own, deps)
	found := reach.Run(fact.Packages(), reach.Options{Points: rules.points, Report: rules.wants, Keyed: s.Keyed,
		Module: s.WholeModule, Notes: s.WholeModule})
	own.Reported = reported(found)
	if !s.Local {
		pass.ExportPackageFact(fact)
	}
	if !s.WholeModule {
		s.exportKnowledge(pass, rules)
		if err := s.diagnose(pass, rules, found); err != nil {
			return found, err
		}
	}
	return found, nil
}

// failure says why the analysis of a package ended in a panic: because its code
// uses what packages with errors could not declare, or else because of a bug.
func failure(pass *analysis.Pass, r any) error {
	var first ast.Expr
	for expr, tv := range pass.TypesInfo.Types {
		if isUnknown(tv.Type) && (first == nil || cmp.Or(cmp.Compare(expr.Pos(), first.Pos()), cmp.Compare(expr.End(), first.End())) < 0) {
			first = expr
		}
	}
	if first == nil {
		return internalError(pass.Pkg, r)
	}
	at := pass.Fset.Position(first.Pos())
	return fmt.Errorf("not analysed, because the type of %s (%s:%d) is not known: mend the errors in what the package imports",
		types.ExprString(first), filepath.Base(at.Filename), at.Line)
}

// isUnknown reports whether the type-checker could not tell a type, or one that
// it is made of.
func isUnknown(t types.Type) bool {
	switch t := t.(type) {
	case *types.Tuple:
		return slices.ContainsFunc(slices.Collect(t.Variables()), func(v *types.Var) bool { return isUnknown(v.Type()) })
	case *types.Signature:
		return isUnknown(t.Params()) || isUnknown(t.Results())
	case *types.Map:
		return isUnknown(t.Key()) || isUnknown(t.Elem())
	case interface{ Elem() types.Type }: // pointers, slices, arrays, channels
		return isUnknown(t.Elem())
	}
	return t == types.Typ[types.Invalid]
}

// internalError describes a bug of the analyzer: one error for one package (D4).
func internalError(pkg *types.Package, r any) error {
	return fmt.Errorf("internal error while analysing %s: %v (a bug in lambdainit: please report it; other packages are not affected)\n%s", pkg.Path(), r, firstFrames(string(debug.Stack())))
}

// firstFrames keeps what of a stack trace helps to find a bug: the analyzer's
// own functions with file and line.
func firstFrames(stack string) string {
	var own []string
	lines := strings.Split(stack, "\n")
	for i := 0; i+1 < len(lines) && len(own) < 6; i++ {
		if name, ok := strings.CutPrefix(lines[i], "github.com/lambdainit/lambdainit/"); ok && !strings.Contains(name, "firstFrames") {
			name, _, _ = strings.Cut(name, "(0x")
			place := lines[i+1][strings.LastIndexByte(lines[i+1], '/')+1:]
			place, _, _ = strings.Cut(place, " +")
			own = append(own, "\t"+name+" "+place)
		}
	}
	return strings.Join(own, "\n")
}

// inMainModule reports whether the package is to be analysed (R2). Drivers
// that know no modules say nothing of any package's; then those count that the
// settings name, and if they name none, all but the standard library.
func (s *settings) inMainModule(pass *analysis.Pass) bool {
	if m := pass.Module; m != nil && m.Path != "" {
		return m.Path != "std" && m.Path != "cmd" && (m.Version == "" || isBeside(pass))
	}
	path := pass.Pkg.Path()
	if s.Module != "" {
		return path == s.Module || strings.HasPrefix(path, s.Module+"/")
	}
	first, _, _ := strings.Cut(path, "/")
	return strings.Contains(first, ".") || pass.Pkg.Name() == "main"
}

// isBeside reports whether the package, of a module with a version, lies in a
// folder of its own, which a replace directive of go.mod names, and neither in
// the module cache, whose folders are named path@version, nor in a vendor folder.
func isBeside(pass *analysis.Pass) bool {
	if len(pass.Files) == 0 {
		return false
	}
	dir := filepath.ToSlash(filepath.Dir(pass.Fset.File(pass.Files[0].FileStart).Name()))
	return !strings.Contains(dir, "@v") && !strings.Contains(dir, "/vendor/")
}

// imported returns the facts of the imported packages.
func (s *settings) imported(pass *analysis.Pass) []*summary.Fact {
	if s.Local {
		return nil
	}
	var deps []*summary.Fact
	for _, imp := range pass.Pkg.Imports() {
		fact := new(summary.Fact)
		if pass.ImportPackageFact(imp, fact) {
			deps = append(deps, fact)
		}
	}
	return deps
}

// reported returns the keys of the calls that a package reports itself.
func reported(r *report.Result) []string {
	var keys []string
	for _, f := range r.Findings {
		if f.At == "" {
			keys = append(keys, f.Pos.Key())
		}
	}
	slices.Sort(keys)
	return keys
}
