package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestFixExamples fixes a copy of the examples by each way to call the command
// (F1, F6, D3): they still build, and a second run changes nothing. That their
// tests pass, too, is checked for the command's own two ways.
func TestFixExamples(t *testing.T) {
	lambdainit, err := exec.LookPath("lambdainit")
	if err != nil {
		t.Fatal(err)
	}
	for name, command := range map[string][]string{
		"init":    {lambdainit, "-fix"},
		"lazy":    {lambdainit, "-fix=lazy"},
		"vet":     {"go", "vet", "-vettool=" + lambdainit, "-fix", "./..."},
		"vetlazy": {"go", "vet", "-vettool=" + lambdainit, "-fix", "-lazy", "./..."},
		"fix":     {"go", "fix", "-fixtool=" + lambdainit, "./..."},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS("../../examples")); err != nil {
				t.Fatal(err)
			}
			before := sources(t, dir)
			runIn(t, dir, command, 0, exitFound)
			after := sources(t, dir)
			if len(changed(before, after)) == 0 {
				t.Error("nothing is fixed")
			}
			runIn(t, dir, []string{"go", "vet", "./..."}, 0)
			if command[0] == lambdainit {
				runIn(t, dir, []string{"go", "test", "./..."}, 0)
			}
			runIn(t, dir, command, 0, exitFound)
			if files := changed(after, sources(t, dir)); len(files) > 0 {
				t.Errorf("a second run changes %v", files)
			}
		})
	}
}

// runIn runs a command in a folder and requires one of the exit codes.
func runIn(t *testing.T, dir string, command []string, codes ...int) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), command[0], command[1:]...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	for _, code := range codes {
		if cmd.ProcessState != nil && cmd.ProcessState.ExitCode() == code {
			return
		}
	}
	t.Fatalf("%v: %v\n%s", command, err, out)
}

// sources reads the Go files below a folder.
func sources(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") {
			return err
		}
		src, err := os.ReadFile(name)
		files[name] = string(src)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// changed names the files that differ.
func changed(before, after map[string]string) []string {
	var names []string
	for name, src := range after {
		if before[name] != src {
			names = append(names, name)
		}
	}
	return names
}
