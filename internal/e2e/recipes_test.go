package e2e

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
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
