package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	readme     = root + "/README.md"
	blockStart = "<!-- output -->\n```\n"
	blockEnd   = "```\n<!-- /output -->\n"
)

// TestREADME compares the block in README.md with what the command prints; with
// -update it writes the block.
func TestREADME(t *testing.T) {
	stdout, _ := execute(t, 3, root, lambdainit, "-C", "examples", "./...")
	if base, err := filepath.Abs(root); err != nil || strings.Contains(stdout, base) {
		t.Errorf("the output names the checkout's own path (%v):\n%s", err, stdout)
	}
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), blockStart)
	block, after, ok2 := strings.Cut(rest, blockEnd)
	if !ok || !ok2 {
		t.Fatal("README.md has no block for the output")
	}
	if block == stdout {
		return
	}
	if !*update {
		t.Fatalf("README.md shows other output than the command (go test ./internal/e2e -update writes it):\n%s", stdout)
	}
	if err := os.WriteFile(readme, []byte(before+blockStart+stdout+blockEnd+after), 0o644); err != nil {
		t.Fatal(err)
	}
}
