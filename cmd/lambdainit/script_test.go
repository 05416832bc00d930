package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if os.Getenv(cacheVar) == "" { // tests are not to meet an earlier run's results
		_ = os.Setenv(cacheVar, "off")
	}
	testscript.Main(m, map[string]func(){"lambdainit": main})
}

// TestScripts runs the command as testdata/script says. Scripts find a stub of
// aws-lambda-go in $WORK/stubs, the command itself in $LAMBDAINIT.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		Setup:               setUp,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Condition: func(cond string) (bool, error) {
			_, err := exec.LookPath(cond)
			return err == nil, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"code": exitCode},
	})
}

// setUp gives a script a go command that works offline, and the stubs.
func setUp(env *testscript.Env) error {
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOROOT"} {
		value, err := exec.Command("go", "env", name).Output()
		if err != nil {
			return err
		}
		env.Setenv(name, strings.TrimSpace(string(value)))
	}
	command, err := exec.LookPath("lambdainit")
	if err != nil {
		return err
	}
	env.Setenv("LAMBDAINIT", command)
	env.Setenv("GOPROXY", "off")
	env.Setenv("GOTOOLCHAIN", "local")
	env.Setenv("GOFLAGS", "")
	return os.CopyFS(filepath.Join(env.WorkDir, "stubs"), os.DirFS("testdata/stubs"))
}

// exitCode runs a command and requires an exit code: code 3 lambdainit ./...
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N command [args...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if exit, ok := err.(*exec.ExitError); ok { //nolint:errorlint // as documented
		got = strings.TrimPrefix(exit.Error(), "exit status ")
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}
