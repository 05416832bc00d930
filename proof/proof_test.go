package proof_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lambdainit/lambdainit/proof/internal/forest"
	"github.com/lambdainit/lambdainit/proof/internal/handlers"
	"github.com/lambdainit/lambdainit/proof/internal/measure"
	"github.com/lambdainit/lambdainit/proof/internal/runtimeapi"
	"github.com/lambdainit/lambdainit/proof/internal/sandbox"
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
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
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
	const (
		n    = 40
		idle = 20 // files and goroutines that a function has anyway, and some
	)
	// What the wrong forms leave behind per invocation, at least.
	left := map[string]struct{ connections, files, goroutines int }{
		"listbuckets": {1, 1, 2},
		"receipts":    {1, 1, 2},
		"convert":     {1, 1, 2},
		"orderget":    {1, 0, 0},
		"ordercount":  {1, 1, 1},
		"score":       {0, 0, 0},
	}
	for _, c := range measure.Cases {
		t.Run(c.Program, func(t *testing.T) {
			if err := earth.Lacks(c.Needs); err != nil {
				t.Skip(err)
			}
			got, err := measure.Compare(t.Context(), earth, c, work, measure.Conditions{Invocations: n}, 1)
			if err != nil {
				t.Fatal(err)
			}
			if !got.SameAnswer {
				t.Error("the answers differ")
			}
			before, after, each := got.Forms[measure.Before], got.Forms[measure.After], left[c.Program]
			if want := n * each.connections; before.Connections != want {
				t.Errorf("before: %d connections, want %d", before.Connections, want)
			}
			if after.Connections > 2 {
				t.Errorf("after: %d connections, want at most 2", after.Connections)
			}
			if before.OpenFiles < n*each.files || before.Goroutines < n*each.goroutines {
				t.Errorf("before: %d files and %d goroutines left, which is few", before.OpenFiles, before.Goroutines)
			}
			if after.OpenFiles > idle || after.Goroutines > idle {
				t.Errorf("after: %d files and %d goroutines left", after.OpenFiles, after.Goroutines)
			}
		})
	}
}

// TestStale adds a bucket to S3 while functions run. The listing that was moved
// out of the handler never shows it: lambdainit moves clients, not answers.
func TestStale(t *testing.T) {
	c := measure.CaseOf("listbuckets")
	link := connect(t)
	environments := map[string]*sandbox.Environment{}
	for _, form := range c.Forms(work) {
		environments[form.Name] = start(t, sandbox.Function{Binary: form.Binary, Env: link.Env()})
		if got := invoke(t, environments[form.Name], c.Event(0)); strings.Contains(got, "brand-new") {
			t.Fatalf("%s: the new bucket is there already: %s", form.Name, got)
		}
	}
	if err := earth.Objects.CreateBucket("brand-new"); err != nil {
		t.Fatal(err)
	}
	for form, env := range environments {
		got := invoke(t, env, c.Event(1))
		if seen := strings.Contains(got, "brand-new"); seen == (form == measure.Stale) {
			t.Errorf("%s: answers %s after the bucket brand-new was made", form, got)
		}
	}
}

// TestExhaustion runs the wrong forms until they have used something up. What
// the fix made of them survives ten times as many invocations.
func TestExhaustion(t *testing.T) {
	tests := []struct {
		program   string
		openFiles int // the limit
		most      int // invocations that the wrong form survives
		message   string
	}{
		{"listbuckets", 64, 64, "too many open files"},
		{"receipts", 64, 64, "too many open files"},
		{"convert", 64, 64, "too many open files"},
		{"ordercount", 0, maxConnections, "too many clients"},
	}
	for _, test := range tests {
		t.Run(test.program, func(t *testing.T) {
			c := measure.CaseOf(test.program)
			if err := earth.Lacks(c.Needs); err != nil {
				t.Skip(err)
			}
			forms := c.Forms(work)
			link := connect(t)
			wrong := start(t, sandbox.Function{Binary: forms[0].Binary, Env: link.Env(), OpenFiles: test.openFiles})
			survived, failure := exhaust(t, wrong, c, test.most+1)
			if failure == nil || !strings.Contains(failure.Message, test.message) {
				t.Fatalf("before: after %d invocations: %v, want %q", survived, failure, test.message)
			}
			t.Logf("before: invocation %d fails: %s", survived+1, test.message)
			end(t, wrong)

			fixed := start(t, sandbox.Function{Binary: forms[1].Binary, Env: link.Env(), OpenFiles: test.openFiles})
			want := 10 * (survived + 1)
			if survived, failure := exhaust(t, fixed, c, want); failure != nil {
				t.Errorf("after: invocation %d of %d: %v", survived+1, want, failure)
			}
		})
	}
}

// exhaust sends events until one fails, and returns how many did not.
func exhaust(t *testing.T, env *sandbox.Environment, c measure.Case, most int) (int, *runtimeapi.Failure) {
	t.Helper()
	for i := range most {
		answer, err := env.Invoke(c.Event(i))
		if err != nil {
			t.Fatal(err)
		}
		if answer.Failure != nil {
			return i, answer.Failure
		}
	}
	return most, nil
}

// TestConcurrent runs the fixed forms with several invocations at once in one
// process, under the race detector.
func TestConcurrent(t *testing.T) {
	const (
		concurrency = 8
		n           = 160
	)
	binaries := filepath.Join(work, "race")
	if err := handlers.Build(t.Context(), filepath.Join(work, "after-src"), binaries, "-race"); err != nil {
		if _, missing := exec.LookPath("gcc"); missing != nil {
			t.Skipf("skipped: the race detector needs a C compiler: %v", missing)
		}
		t.Fatal(err)
	}
	for _, c := range measure.Cases {
		t.Run(c.Program, func(t *testing.T) {
			if err := earth.Lacks(c.Needs); err != nil {
				t.Skip(err)
			}
			// One at a time, the form before the fix says what is right.
			link := connect(t)
			alone := start(t, sandbox.Function{Binary: c.Forms(work)[0].Binary, Env: link.Env()})
			want := make([]string, 20)
			for i := range want {
				want[i] = invoke(t, alone, c.Event(i))
			}
			end(t, alone)

			env := start(t, sandbox.Function{
				Binary: filepath.Join(binaries, c.Program), Env: link.Env(), Concurrency: concurrency,
			})
			var running sync.WaitGroup
			for worker := range concurrency {
				running.Go(func() {
					for i := worker; i < n; i += concurrency {
						answer, err := env.Invoke(c.Event(i % len(want)))
						if err != nil || answer.Failure != nil || string(answer.Payload) != want[i%len(want)] {
							t.Errorf("event %d: %s, failure %v, error %v", i, answer.Payload, answer.Failure, err)
							return
						}
					}
				})
			}
			running.Wait()
			if strings.Contains(env.Stderr(), "DATA RACE") {
				t.Errorf("%s", env.Stderr())
			}
			if env.Concurrency() < 2 {
				t.Error("no two invocations ran at once")
			}
		})
	}
}

// TestInitFailure lets the init phase of a fixed form fail: the environment
// never takes an event, and says why.
func TestInitFailure(t *testing.T) {
	_, err := sandbox.Start(sandbox.Function{
		Binary: filepath.Join(work, "after", "score"), Env: []string{"MODEL_PATH=/does/not/exist"},
	})
	if err == nil || !strings.Contains(err.Error(), "loading the model: open /does/not/exist") {
		t.Errorf("got %v", err)
	}
}

// TestCPUShares gives a function the CPU of 128 MB, which its work uses up, and
// the whole machine, of which it is never kept.
func TestCPUShares(t *testing.T) {
	if err := sandbox.CPUShares(); err != nil {
		t.Skip(err)
	}
	c := measure.CaseOf("score")
	for _, memory := range []int{0, 128} {
		run, err := measure.Do(t.Context(), earth, c, c.Forms(work)[0].Binary, measure.Conditions{Invocations: 40, MemoryMB: memory})
		if err != nil {
			t.Fatal(err)
		}
		if throttled := run.Usage.Throttled > 0; throttled != (memory > 0) {
			t.Errorf("with %d MB it was throttled %d times", memory, run.Usage.Throttled)
		}
	}
}

// connect makes a way to the servers, as short as it can be.
func connect(t *testing.T) *world.Link {
	t.Helper()
	link, err := earth.Link(0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(link.Close)
	return link
}

// start starts an environment that ends with the test, if not before.
func start(t *testing.T, f sandbox.Function) *sandbox.Environment {
	t.Helper()
	env, err := sandbox.Start(f)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { end(t, env) })
	return env
}

// end ends an environment, and waits until the database has noticed.
func end(t *testing.T, env *sandbox.Environment) {
	t.Helper()
	if err := env.Close(); err != nil {
		t.Error(err)
	}
	if earth.Database == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := earth.Database.AwaitIdle(ctx); err != nil {
		t.Error(err)
	}
}

func invoke(t *testing.T, env *sandbox.Environment, event []byte) string {
	t.Helper()
	answer, err := env.Invoke(event)
	if err != nil {
		t.Fatal(err)
	}
	if answer.Failure != nil {
		t.Fatal(answer.Failure)
	}
	return string(answer.Payload)
}
