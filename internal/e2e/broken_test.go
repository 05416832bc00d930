package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var (
	expectRE = regexp.MustCompile(`(?m)^Expected on (stdout|stderr): (.+)$`)
	exitRE   = regexp.MustCompile(`(?m)^Expected exit code: (\d)$`)
)

// TestBroken runs the command on the modules of testdata/broken, which do not
// compile: what is wrong is named, the rest is analysed, and the exit code is
// 1 (D4), unless a file says otherwise.
func TestBroken(t *testing.T) {
	files, err := filepath.Glob(root + "/testdata/broken/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no file of testdata/broken: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir := extract(t, archive)
			code := 1
			if m := exitRE.FindSubmatch(archive.Comment); m != nil {
				code = int(m[1][0] - '0')
			}
			stdout, stderr := execute(t, code, dir, lambdainit, "./...")
			expected := expectRE.FindAllStringSubmatch(string(archive.Comment), -1)
			if len(expected) == 0 {
				t.Error("the file does not say what is expected")
			}
			for _, m := range expected {
				if out := map[string]string{"stdout": stdout, "stderr": stderr}[m[1]]; !strings.Contains(out, m[2]) {
					t.Errorf("no %q on %s:\n%s", m[2], m[1], out)
				}
			}
			if strings.Contains(stderr, "goroutine ") || strings.Contains(stderr, "internal error") {
				t.Errorf("a crash:\n%s", stderr)
			}
		})
	}
}

// extract writes an archive's files into a folder of their own.
func extract(t *testing.T, archive *txtar.Archive) string {
	t.Helper()
	files, err := txtar.FS(archive)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, files); err != nil {
		t.Fatal(err)
	}
	return dir
}
