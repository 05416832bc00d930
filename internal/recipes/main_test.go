package recipes

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

const (
	root    = "../.." // the repository
	recipes = root + "/docs/recipes"
	modPath = "github.com/lambdainit/lambdainit"
	version = "v0.1.0" // that the recipes name
)

var released *release // set before the tests

func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){"your-cache-program": cacheProgram})
}

// tests is the tests with a release made for them.
type tests struct{ *testing.M }

func (t tests) Run() int {
	dir, err := os.MkdirTemp("", "lambdainit")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	if released, err = newRelease(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return t.M.Run()
}

// TestScripts runs the recipes as testdata/script says, on the projects of
// testdata/sample: fn, and two with a module per function. $RECIPES is the
// folder of the recipes, and lambdainit is what "go install …@latest" gave.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		Setup:               setUp,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Condition:           installed,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"recipe": recipe},
	})
}

// installed reports whether a program can be run, or has to be.
func installed(program string) (bool, error) {
	_, err := exec.LookPath(program)
	return err == nil || os.Getenv("LAMBDAINIT_CI") != "", nil
}

// recipe runs the script of a YAML file: recipe file.yml key...
func recipe(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: recipe file key... ")
	}
	doc, err := readYAML(filepath.Join(recipes, args[0]))
	ts.Check(err)
	script, err := lookUp(doc, args[1:])
	ts.Check(err)
	ts.Check(ts.Exec("bash", "-e", "-c", script))
}

// setUp gives a script the release and the samples.
func setUp(env *testscript.Env) error {
	for _, kv := range released.environ() {
		name, value, _ := strings.Cut(kv, "=")
		env.Setenv(name, value)
	}
	dir, err := filepath.Abs(recipes)
	if err != nil {
		return err
	}
	env.Setenv("RECIPES", dir)
	env.Setenv("REPOSITORY", released.repository)
	env.Setenv("HOME", env.WorkDir)
	env.Setenv("PATH", filepath.Dir(released.command)+string(os.PathListSeparator)+env.Getenv("PATH"))
	if err := os.CopyFS(env.WorkDir, os.DirFS("testdata/sample")); err != nil {
		return err
	}
	return os.CopyFS(filepath.Join(env.WorkDir, "stubs"), os.DirFS(root+"/cmd/lambdainit/testdata/stubs"))
}
