package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// Ctrl-C leaves nothing half written, whenever it comes: each file is as it was
// or fixed, and no other is there.
func TestInterruptedFix(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no process can be interrupted")
	}
	lambdainit, err := exec.LookPath("lambdainit")
	if err != nil {
		t.Fatal(err)
	}
	before, fixed := sources(t, "../../examples"), t.TempDir()
	copyExamples(t, fixed)
	start := time.Now()
	runIn(t, fixed, []string{lambdainit, "-fix"}, 0, exitFound)
	whole := time.Since(start)
	after := sources(t, fixed)
	for i := range 8 {
		dir := t.TempDir()
		copyExamples(t, dir)
		cmd := exec.CommandContext(t.Context(), lambdainit, "-fix")
		tmp := t.TempDir()
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "TMPDIR="+tmp)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(i) / 8)
		_ = cmd.Process.Signal(os.Interrupt) // it may be done
		_ = cmd.Wait()
		for name, src := range sources(t, dir) {
			rel, _ := filepath.Rel(dir, name)
			if src != before[filepath.Join("../../examples", rel)] && src != after[filepath.Join(fixed, rel)] {
				t.Errorf("interrupted after %d/8: %s is neither as before nor fixed:\n%s", i, rel, src)
			}
		}
		for _, pattern := range []string{dir + "/*/.*", dir + "/*/*/*/.*", tmp + "/*"} {
			if left, _ := filepath.Glob(pattern); len(left) > 0 {
				t.Errorf("interrupted after %d/8: %v is left", i, left)
			}
		}
	}
}

func copyExamples(t *testing.T, dir string) {
	t.Helper()
	if err := os.CopyFS(dir, os.DirFS("../../examples")); err != nil {
		t.Fatal(err)
	}
}
