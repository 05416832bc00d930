package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

// TestSchemas validates the files to be copied against golangci-lint's schemas.
func TestSchemas(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/golangci/golangci-lint/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	schemas := filepath.Join(strings.TrimSpace(string(dir)), "jsonschema")
	for file, schema := range map[string]string{
		".golangci.example.yml": "golangci.jsonschema.json",
		".custom-gcl.yml":       "custom-gcl.jsonschema.json",
	} {
		compiler := jsonschema.NewCompiler()
		compiled, err := compiler.Compile(filepath.Join(schemas, schema))
		if err != nil {
			t.Fatal(err)
		}
		doc := make(map[string]any)
		if err := yaml.Unmarshal(read(t, file), &doc); err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(doc); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		doc["linter"] = 1
		if compiled.Validate(doc) == nil {
			t.Errorf("%s allows anything", schema)
		}
	}
}

// TestVersions checks that the versions of golangci-lint are the same: the one
// tested here, the one that users build and the one that checks this code.
func TestVersions(t *testing.T) {
	for file, pattern := range map[string]string{
		"golangci/gcl/go.mod": `golangci-lint/v2 (\S+)`,
		".custom-gcl.yml":     `(?m)^version: (\S+)`,
		".ci/run":             `GOLANGCI_VERSION=(\S+)`,
	} {
		m := regexp.MustCompile(pattern).FindSubmatch(read(t, file))
		if m == nil || string(m[1]) != "v2.15.0" {
			t.Errorf("%s: %q", file, m)
		}
	}
}

// read returns a file of the repository.
func read(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return text
}
