package e2e

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/analyzer"
)

var recipeRE = regexp.MustCompile(`(?s)<!-- file: (\S+) -->\n(.*?)<!-- /file -->\n`)

// TestIntegrations compares the blocks of docs/integrations.md with the files
// that they show, which tests run; with -update it writes the blocks.
func TestIntegrations(t *testing.T) {
	page := filepath.Join(root, "docs", "integrations.md")
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	shown := make(map[string]bool)
	want := recipeRE.ReplaceAllStringFunc(string(text), func(block string) string {
		name := recipeRE.FindStringSubmatch(block)[1]
		shown[name] = true
		return "<!-- file: " + name + " -->\n" + fenced(t, name) + "<!-- /file -->\n"
	})
	if strings.Contains(recipeRE.ReplaceAllString(want, ""), "```") {
		t.Error("a block that is no file's")
	}
	for _, name := range recipeFiles(t) {
		if !shown[name] {
			t.Errorf("%s is not shown", name)
		}
	}
	if want == string(text) {
		return
	}
	if !*update {
		t.Fatal("docs/integrations.md shows something else than the files (go test ./internal/e2e -update writes it)")
	}
	if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// fenced gives a file as a code block.
func fenced(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	language := map[string]string{".yml": "yaml", ".yaml": "yaml", ".sh": "sh", ".json": "json"}[filepath.Ext(name)]
	if language == "" {
		language = "starlark"
	}
	return "```" + language + "\n" + string(text) + "```\n"
}

// recipeFiles lists the files below docs/recipes.
func recipeFiles(t *testing.T) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(filepath.Join(root, "docs", "recipes"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, path)
		names = append(names, filepath.ToSlash(rel))
		return err
	})
	if err != nil || len(names) == 0 {
		t.Fatalf("no recipes: %v", err)
	}
	return names
}

// TestNogo checks that nogo's configuration names the analyzer and flags that
// it has. nogo imports the folder that BUILD.bazel names for its Analyzer.
func TestNogo(t *testing.T) {
	text, err := os.ReadFile(root + "/docs/recipes/bazel/nogo.json")
	if err != nil {
		t.Fatal(err)
	}
	var config map[string]struct {
		Flags map[string]string `json:"analyzer_flags"`
	}
	if err := json.Unmarshal(text, &config); err != nil {
		t.Fatal(err)
	}
	if len(config) != 1 || len(config[analyzer.Analyzer.Name].Flags) == 0 {
		t.Fatalf("configured are %v", config)
	}
	a, err := analyzer.New(analyzer.Config{})
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range config[a.Name].Flags {
		if err := a.Flags.Set(name, value); err != nil {
			t.Error(err)
		}
	}
	build, err := os.ReadFile(root + "/docs/recipes/bazel/BUILD.bazel")
	if err != nil || !strings.Contains(string(build), `"@com_github_lambdainit_lambdainit//analyzer"`) {
		t.Errorf("BUILD.bazel names another package: %v", err)
	}
}
