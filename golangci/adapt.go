package golangci

import (
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// adapt returns the analyzer as golangci-lint can take it.
//
//   - An analyzer's error would cancel the run of all linters. It becomes an
//     issue of the package that could not be analysed (D4), which, unlike a line
//     on the standard error output, is still there when the next run comes from
//     the cache.
//   - golangci-lint makes an issue of its own of each related information. The
//     message says what matters; the way from the entry point is the command's.
//   - golangci-lint's linter nolintlint takes a //nolint for useless that no
//     issue stands on. But ours work on every line of the way (S1), and it may
//     be another package where they are of use: so each that names lambdainit
//     gets an issue, which golangci-lint drops because of that very comment.
func adapt(a *analysis.Analyzer) *analysis.Analyzer {
	adapted := *a
	adapted.Run = func(pass *analysis.Pass) (any, error) {
		own := *pass
		own.Report = func(d analysis.Diagnostic) {
			d.Related = nil
			pass.Report(d)
		}
		result, err := a.Run(&own)
		if err != nil {
			reportFailure(pass, err)
		}
		useNolint(pass)
		return result, nil
	}
	return &adapted
}

// reportFailure reports at the package clause that a package could not be
// analysed.
func reportFailure(pass *analysis.Pass, err error) {
	if len(pass.Files) == 0 {
		return
	}
	why, _, _ := strings.Cut(err.Error(), "\n")
	name := pass.Files[0].Name
	pass.Report(analysis.Diagnostic{Pos: name.Pos(), End: name.End(), Category: "internal",
		Message: fmt.Sprintf(`%s: "lambdainit -v ." in this folder says where`, why)})
}

// useNolint reports an issue at each //nolint that names lambdainit.
func useNolint(pass *analysis.Pass) {
	for _, f := range pass.Files {
		for _, group := range f.Comments {
			for _, c := range group.List {
				if _, named := summary.Nolint(c.Text); named {
					pass.Report(analysis.Diagnostic{Pos: c.Pos(), End: c.End(), Message: "silenced"})
				}
			}
		}
	}
}
