package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

const root = "../.." // the repository

var lambdainit string // the command's path, set before the tests

// TestMain makes this binary the command golangci-lint of the tests.
func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){"golangci-lint": main})
}

// tests is the tests with the command built for them.
type tests struct{ *testing.M }

func (t tests) Run() int {
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
	return t.M.Run()
}

// TestScripts runs golangci-lint with the plugin as testdata/script says.
// Scripts find a stub of aws-lambda-go in $WORK/stubs and the repository in
// $ROOT, the command lambdainit in $LAMBDAINIT; golangci-lint's cache is empty.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		Setup:               setUp,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
}

// setUp gives a script a go command that works offline, and the stubs.
func setUp(env *testscript.Env) error {
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOROOT"} {
		value, err := goEnv(name)
		if err != nil {
			return err
		}
		env.Setenv(name, value)
	}
	repository, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	env.Setenv("ROOT", repository)
	env.Setenv("GOLANGCI_LINT_CACHE", filepath.Join(env.WorkDir, ".cache"))
	env.Setenv("GOPROXY", "off")
	env.Setenv("GOTOOLCHAIN", "local")
	env.Setenv("GOFLAGS", "")
	env.Setenv("LAMBDAINIT", lambdainit)
	env.Setenv("LAMBDAINIT_CACHE", "off")
	stubs := filepath.Join(root, "cmd/lambdainit/testdata/stubs")
	return os.CopyFS(filepath.Join(env.WorkDir, "stubs"), os.DirFS(stubs))
}

func goEnv(name string) (string, error) {
	value, err := exec.Command("go", "env", name).Output()
	if err != nil {
		return "", fmt.Errorf("go env %s: %w", name, err)
	}
	return strings.TrimSpace(string(value)), nil
}
