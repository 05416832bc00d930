package load_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/lambdainit/lambdainit/internal/load"
)

// Real modules with real dependencies: this one, the examples, and those that
// the environment variable LAMBDAINIT_MODULES lists. One whose dependencies the
// module cache lacks is skipped.
func TestRealModules(t *testing.T) {
	dirs := append([]string{"../..", "../../examples"}, filepath.SplitList(os.Getenv("LAMBDAINIT_MODULES"))...)
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			source := config(t, dir, load.Source)
			source.Tests = true
			a, err := load.Load(context.Background(), source, "./...")
			if err != nil || len(a.Errors) > 0 {
				t.Skipf("does not load: %v", err)
			}
			export := source
			export.Mode = load.Export
			b := mustLoad(t, export, "./...")
			if x, y := describe(a), describe(b); x != y {
				t.Errorf("the ways differ:\n%s", firstDifference(x, y))
			}
			t.Logf("%d packages, %+v", len(a.Packages), a.Stats)
		})
	}
}
