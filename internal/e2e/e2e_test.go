// Package e2e runs the command as users do: on the examples, alone and under
// go vet. What it must find is marked in the examples themselves, at the end of
// the line that has to change:
//
//	client := s3.NewFromConfig(cfg) // finding: aws-client
//
// A line marked "keyed" depends on the event: it is found with -keyed only.
package e2e

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the command's output into README.md")

const (
	root     = "../.." // the repository
	examples = root + "/examples"
)

var lambdainit string // the command's path, set by TestMain

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

// run builds the command, runs the tests with it, and gives the exit code.
func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "lambdainit")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()

	lambdainit = filepath.Join(dir, "lambdainit.exe") // the suffix does no harm where it is not needed
	build := exec.Command("go", "build", "-o", lambdainit, "./cmd/lambdainit")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building the command: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// execute runs a program in dir and checks its exit code. It gives what the
// program printed.
func execute(t *testing.T, wantCode int, dir, name string, args ...string) (stdout, stderr string) {
	t.Helper()
	var outBuf, errBuf bytes.Buffer
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &outBuf, &errBuf
	cmd.Env = append(os.Environ(), "LAMBDAINIT_CACHE=off")
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if code := cmd.ProcessState.ExitCode(); code != wantCode {
		t.Fatalf("%s: exit code %d, want %d\n%s%s", cmd, code, wantCode, &outBuf, &errBuf)
	}
	return outBuf.String(), errBuf.String()
}
