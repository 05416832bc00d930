// Package measure runs the functions of the proof, before and after the fix,
// and compares them.
package measure

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/lambdainit/lambdainit/proof/internal/sandbox"
	"github.com/lambdainit/lambdainit/proof/internal/world"
)

// Conditions say how functions are run.
type Conditions struct {
	RoundTrip   time.Duration // to the servers and back
	MemoryMB    int           // the share of a CPU goes with it; 0: the whole machine
	Invocations int
	Budget      time.Duration // no further invocation after that, but of the first few; 0: no limit
	OpenFiles   int           // the most files open at once; 0: no limit
}

// fewest is how many invocations a run has however long they take.
const fewest = 5

// A Run is how a form of a function did in one environment.
type Run struct {
	Cold        time.Duration   // from the start of the process to the first answer
	Warm        []time.Duration // of all other invocations
	Answers     []string        // of all
	Connections int             // opened by all
	Usage       sandbox.Usage   // after the last
}

// Do runs a program from its cold start on.
func Do(ctx context.Context, w *world.World, c Case, binary string, cond Conditions) (r Run, err error) {
	link, err := w.Link(cond.RoundTrip)
	if err != nil {
		return Run{}, err
	}
	defer link.Close()
	env, err := sandbox.Start(sandbox.Function{
		Binary: binary, Env: link.Env(), MemoryMB: cond.MemoryMB, OpenFiles: cond.OpenFiles,
	})
	if err != nil {
		return Run{}, err
	}
	defer func() { err = errors.Join(err, env.Close(), settle(ctx, w)) }()

	if err := r.invoke(ctx, env, c, cond); err != nil {
		return r, err
	}
	r.Connections = link.Opened()
	r.Usage, err = env.End()
	return r, err
}

// invoke sends the events, one after the other.
func (r *Run) invoke(ctx context.Context, env *sandbox.Environment, c Case, cond Conditions) error {
	begun := time.Now()
	for i := range cond.Invocations {
		late := cond.Budget > 0 && time.Since(begun) > cond.Budget
		if ctx.Err() != nil || late && i >= fewest {
			break
		}
		answer, err := env.Invoke(c.Event(i))
		if err != nil {
			return fmt.Errorf("%s, invocation %d: %w", c.Program, i+1, err)
		}
		if answer.Failure != nil {
			return fmt.Errorf("%s, invocation %d: %w", c.Program, i+1, answer.Failure)
		}
		r.Answers = append(r.Answers, string(answer.Payload))
		if i == 0 {
			r.Cold = env.Init + answer.Duration
			continue
		}
		r.Warm = append(r.Warm, answer.Duration)
	}
	return ctx.Err()
}

// settle waits until the database has noticed that a function is gone.
func settle(ctx context.Context, w *world.World) error {
	if w.Database == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	return w.Database.AwaitIdle(ctx)
}
