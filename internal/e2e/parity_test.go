package e2e

import (
	"slices"
	"testing"

	"github.com/lambdainit/lambdainit/internal/e2e/drivers"
)

const rules = root + "/testdata/src"

// TestParity checks on the packages of testdata/src that go vet, which sees one
// package at a time, finds the constructions that the command finds, and no
// others (P3). What stands in other packages it names in the message. The
// nested module golangci/gcl compares more drivers on more projects.
func TestParity(t *testing.T) {
	for name, flags := range map[string][]string{
		"default": {"-json"},
		"all":     {"-json", "-kinds=all", "-keyed"},
	} {
		t.Run(name, func(t *testing.T) {
			stdout, _ := execute(t, 0, rules, lambdainit, append(slices.Clone(flags), "./...")...)
			command, elsewhere := split(t, stdout)
			if len(elsewhere) > 0 {
				t.Errorf("the command names other packages in messages: %v", elsewhere)
			}
			vetOut, vetErr := execute(t, 0, rules, "go", append(append([]string{"vet", "-vettool=" + lambdainit}, flags...), "./...")...)
			vet, named := split(t, vetErr+vetOut)
			t.Logf("the command finds %d constructions; go vet %d, and names %d of other packages", len(command), len(vet), len(named))
			if len(command) < 100 || len(named) < 10 {
				t.Error("that is too little")
			}
			for _, d := range drivers.Disagreements(command, vet, named) {
				t.Error("go vet: " + d)
			}
		})
	}
}

// split gives the constructions in the output of -json: those that diagnostics
// stand on, and those of other packages, which they name.
func split(t *testing.T, output string) (own, named drivers.Constructions) {
	t.Helper()
	own, named, err := drivers.Split(rules, decode(t, output))
	if err != nil {
		t.Fatal(err)
	}
	return own, named
}
