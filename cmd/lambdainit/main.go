// The lambdainit command finds what an AWS Lambda function builds again on
// every invocation. "lambdainit help" says how to call it.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/lambdainit/lambdainit/analyzer"
	"github.com/lambdainit/lambdainit/internal/load"
)

// Exit codes (D1).
const (
	exitNothing = 0 // nothing found, or found and printed for other programs
	exitFailed  = 1 // something could not be loaded or analysed
	exitUsage   = 2
	exitFound   = 3
)

// toolexecArg is the first argument when the go command calls this binary in
// place of a build tool; see load.Toolexec.
const toolexecArg = "toolexec-for-go-list"

func main() {
	args := os.Args[1:]
	switch {
	case len(args) > 0 && args[0] == toolexecArg:
		os.Exit(load.Toolexec(args[1:], os.Stdout, os.Stderr))
	case calledByGo(args):
		singlechecker.Main(analyzer.Analyzer)
	default:
		os.Exit(interruptible(args))
	}
}

// calledByGo reports whether a go command calls: go vet -vettool, go fix
// -fixtool. It asks for the version and the flags, and then has one package
// analysed at a time.
func calledByGo(args []string) bool {
	return slices.Contains(args, "-V=full") || slices.Contains(args, "-flags") ||
		len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg")
}

// ballastSize is the size of an allocation that is never touched, so takes no
// memory, but counts as live: the garbage collector then first runs at twice
// that size, which most runs never reach. It saves a fifth of the CPU time, and
// unlike a higher GOGC costs nothing where the heap is large.
const ballastSize = 64 << 20

// interruptible runs the command until it is done or interrupted.
func interruptible(args []string) int {
	if os.Getenv("GOGC") == "" {
		ballast := make([]byte, ballastSize)
		defer runtime.KeepAlive(ballast)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return run(ctx, args, os.Stdout, os.Stderr)
}

// A command is one call of lambdainit.
type command struct {
	*options
	ctx            context.Context
	stdout, stderr io.Writer
	start          time.Time
	progress       progress
	memory         *memory
	assume         string // see load.Config
}

// run does what the command line says and returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	opts, code, done := parse(args, stdout, stderr)
	if done {
		return code
	}
	c := &command{options: opts, ctx: ctx, stdout: stdout, stderr: stderr, start: time.Now()}
	c.memory = c.openMemory()
	defer c.memory.close()
	if err := c.check(); err != nil {
		c.say(err.Error())
		return exitFailed
	}
	c.progress.to = terminal(stderr)
	all := c.examine()
	if c.fix || c.diff {
		all = c.mend(all)
	}
	c.progress.clear()
	return c.finish(all)
}
