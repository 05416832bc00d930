package e2e

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

var statsRE = regexp.MustCompile("(?s)`-stats` sums up.*?```\n(.*?)```")

// TestREADMEStats checks that what README shows of -stats is what it prints.
func TestREADMEStats(t *testing.T) {
	readme, err := os.ReadFile(root + "/README.md")
	if err != nil {
		t.Fatal(err)
	}
	m := statsRE.FindSubmatch(readme)
	if m == nil {
		t.Fatal("README shows nothing of -stats")
	}
	stdout, _ := execute(t, 3, examples, lambdainit, "-stats", "./...")
	if !strings.Contains(stdout, string(m[1])) {
		t.Errorf("README shows\n%s\nprinted is\n%s", m[1], stdout)
	}
}
