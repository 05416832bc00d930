package reach

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestLimitsDocumented checks that docs/how-it-works.md names the limits that
// are in force.
func TestLimitsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/how-it-works.md")
	if err != nil {
		t.Fatal(err)
	}
	for what, limit := range map[string]int{
		"contexts of one function":              maxContexts,
		"nodes in all contexts of one function": maxNodes,
		"a function within itself":              maxNesting,
		"depth of calls":                        maxCalls,
		"objects of one value":                  maxAtoms,
		"objects of a shared argument":          maxGiven,
		"steps of a program's evaluation":       maxSteps,
		"passes over a body":                    maxPasses,
		"rounds of both steps":                  maxRounds,
	} {
		if row := fmt.Sprintf("| %s | %d |", what, limit); !strings.Contains(string(text), row) {
			t.Errorf("no row %q", row)
		}
	}
}
