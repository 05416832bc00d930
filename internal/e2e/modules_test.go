package e2e

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var graphRE = regexp.MustCompile("(?m)^\\| `([a-z]+\\.[^`]+)` \\|")

// TestModuleGraph compares the modules whose packages users compile, with the
// command or the plugin, with those that CONTRIBUTING.md gives a reason for.
func TestModuleGraph(t *testing.T) {
	stdout, _ := execute(t, 0, root, "go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./cmd/lambdainit", "./golangci", "./analyzer")
	compiled := make(map[string]bool)
	for path := range strings.FieldsSeq(stdout) {
		compiled[path] = true
	}
	delete(compiled, "github.com/lambdainit/lambdainit")
	text, err := os.ReadFile(filepath.Join(root, "CONTRIBUTING.md"))
	if err != nil {
		t.Fatal(err)
	}
	var reasoned []string
	for _, m := range graphRE.FindAllStringSubmatch(string(text), -1) {
		reasoned = append(reasoned, m[1])
	}
	slices.Sort(reasoned)
	if got := slices.Sorted(maps.Keys(compiled)); !slices.Equal(got, reasoned) {
		t.Errorf("users compile packages of %q; CONTRIBUTING.md says why of %q", got, reasoned)
	}
}
