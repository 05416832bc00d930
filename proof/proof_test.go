package proof_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/lambdainit/lambdainit/proof/internal/forest"
	"github.com/lambdainit/lambdainit/proof/internal/handlers"
	"github.com/lambdainit/lambdainit/proof/internal/measure"
	"github.com/lambdainit/lambdainit/proof/internal/world"
)

// maxConnections is what PostgreSQL admits here: few, so that the form that
// closes none of them soon meets the limit.
const maxConnections = 60

var (
	work  string       // the folder with the binaries
	earth *world.World // what they talk to
)

func TestMain(m *testing.M) {
	status, err := prepare(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(status)
}

func prepare(m *testing.M) (status int, err error) {
	if work, err = os.MkdirTemp("", "lambdainit-proof-"); err != nil {
		return 1, err
	}
	defer os.RemoveAll(work)
	ctx := context.Background()
	if err := handlers.Both(ctx, work); err != nil {
		return 1, err
	}
	// A small forest: the tests look at what is counted, not at times.
	small := forest.Shape{Trees: 20, Depth: 6, Features: forest.Large.Features}
	if earth, err = world.Start(ctx, work, world.Options{MaxConnections: maxConnections, Forest: small}); err != nil {
		return 1, err
	}
	defer func() { err = errors.Join(err, earth.Close()) }()
	return m.Run(), nil
}

// TestForms runs every case as it was written and as it was fixed: the answers
// are the same, and what is counted does not depend on the machine.
func TestForms(t *testing.T) {
	const n = 40
	for _, c := range measure.Cases {
		t.Run(c.Program, func(t *testing.T) {
			if err := earth.Lacks(c.Needs); err != nil {
				t.Skip(err)
			}
			got, err := measure.Compare(t.Context(), earth, c, work, measure.Conditions{Invocations: n}, 1)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%+v", got)
		})
	}
}
