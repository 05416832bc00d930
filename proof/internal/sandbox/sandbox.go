// Package sandbox is an execution environment: the process of one function,
// with Lambda's environment variables and its own Runtime API, and with limits.
// What is counted afterwards is read from the outside, so the functions need
// no code for it.
package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/lambdainit/lambdainit/proof/internal/runtimeapi"
)

// initTimeout is how long an init phase may take; Lambda's own limit is 10 s,
// but not on a machine that does much else.
const initTimeout = time.Minute

// A Function is a program and how it is to be run.
type Function struct {
	Binary      string
	Env         []string      // beyond what Lambda sets
	Timeout     time.Duration // of one invocation; 0 means a minute
	OpenFiles   int           // the most files open at once; 0 means no limit of its own
	MemoryMB    int           // the share of a CPU goes with it; 0 means all CPUs
	Concurrency int           // invocations at once; 0 means one
}

// An Environment is a function that runs.
type Environment struct {
	Init time.Duration // from the start of the process to the end of the init phase

	api    *runtimeapi.Server
	cmd    *exec.Cmd
	group  *cpuGroup
	stderr output
	alive  context.Context // ends, with a cause, when the process does

	closing func() error // kill, once
}

// Start starts an environment and waits for the end of its init phase.
func Start(f Function) (*Environment, error) {
	if f.Timeout == 0 {
		f.Timeout = time.Minute
	}
	e := &Environment{}
	e.closing = sync.OnceValue(e.kill)
	if err := e.prepare(f); err != nil {
		return nil, errors.Join(err, e.release())
	}
	started := time.Now()
	if err := e.cmd.Start(); err != nil {
		return nil, errors.Join(fmt.Errorf("starting %s: %w", f.Binary, err), e.release())
	}
	e.watch()
	if err := e.awaitInit(); err != nil {
		return nil, errors.Join(fmt.Errorf("the init phase of %s: %w", f.Binary, err), e.Close())
	}
	e.Init = time.Since(started)
	return e, nil
}

func (e *Environment) prepare(f Function) (err error) {
	if e.api, err = runtimeapi.Listen(f.Timeout); err != nil {
		return err
	}
	if f.MemoryMB > 0 {
		if e.group, err = newCPUGroup(f.MemoryMB); err != nil {
			return err
		}
	}
	e.cmd = exec.Command("/bin/sh", "-c", e.script(f), f.Binary)
	e.cmd.Env = append(lambdaEnv(f, e.api.Address()), f.Env...)
	e.cmd.Stderr = &e.stderr
	return nil
}

// script limits the shell it runs in, and then turns that shell into the
// function: no moment of its init phase escapes the limits.
func (e *Environment) script(f Function) string {
	var steps []string
	if f.OpenFiles > 0 {
		steps = append(steps, fmt.Sprintf("ulimit -n %d", f.OpenFiles))
	}
	if e.group != nil {
		steps = append(steps, fmt.Sprintf("echo $$ >%s", e.group.processes()))
	}
	return strings.Join(append(steps, `exec "$0"`), " && ")
}

// lambdaEnv is what Lambda itself sets. AWS_CA_BUNDLE is not among it, and
// neither is HOME.
func lambdaEnv(f Function, api string) []string {
	return []string{
		"PATH=/usr/local/bin:/usr/bin:/bin",
		"AWS_LAMBDA_RUNTIME_API=" + api,
		"AWS_LAMBDA_FUNCTION_NAME=proof",
		"AWS_LAMBDA_FUNCTION_VERSION=$LATEST",
		"AWS_LAMBDA_FUNCTION_MEMORY_SIZE=" + strconv.Itoa(f.MemoryMB),
		"AWS_LAMBDA_MAX_CONCURRENCY=" + strconv.Itoa(max(f.Concurrency, 1)),
		"AWS_REGION=eu-central-1",
		"AWS_ACCESS_KEY_ID=proof",
		"AWS_SECRET_ACCESS_KEY=proof",
		"GOTRACEBACK=all",
	}
}

// watch ends alive when the process ends.
func (e *Environment) watch() {
	alive, end := context.WithCancelCause(context.Background())
	e.alive = alive
	go func() {
		_ = e.cmd.Wait() // the state says the same, and more
		end(fmt.Errorf("the process ended (%s): %s", e.cmd.ProcessState, e.stderr.tail()))
	}()
}

func (e *Environment) awaitInit() error {
	select {
	case <-e.api.Ready():
		return nil
	case <-e.api.InitFailed():
		return e.api.InitFailure()
	case <-e.alive.Done():
		return context.Cause(e.alive)
	case <-time.After(initTimeout):
		return fmt.Errorf("not over after %v", initTimeout)
	}
}

// Invoke runs the function once. It fails when the process ends.
func (e *Environment) Invoke(event []byte) (runtimeapi.Answer, error) {
	return e.api.Invoke(e.alive, event)
}

// Concurrency is the greatest number of invocations that ran at once.
func (e *Environment) Concurrency() int { return e.api.Concurrency() }

// Stderr is what the function has logged.
func (e *Environment) Stderr() string { return e.stderr.String() }

// Close kills the process and releases what belongs to the environment. A
// second call does nothing.
func (e *Environment) Close() error {
	return e.closing()
}

func (e *Environment) kill() error {
	_ = e.cmd.Process.Kill() // it may have ended by itself
	<-e.alive.Done()
	return e.release()
}

func (e *Environment) release() error {
	var errs []error
	if e.api != nil {
		errs = append(errs, e.api.Close())
	}
	if e.group != nil {
		errs = append(errs, os.Remove(e.group.folder))
	}
	return errors.Join(errs...)
}

// An output is a process's output so far.
type output struct {
	mu   sync.Mutex
	data bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.data.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.data.String()
}

// tail is the end of the output, for a message.
func (o *output) tail() string {
	const most = 2000
	s := o.String()
	return s[max(0, len(s)-most):]
}
