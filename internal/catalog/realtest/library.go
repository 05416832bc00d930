package realtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"
)

// A module is a library in the module cache, or why it is not there.
type module struct {
	Path, Version, Dir, Error string
}

// download brings the modules (module@version) into the module cache. The go
// command needs no network for those it has.
func download(dir string, modules []string) ([]module, error) {
	cmd := exec.Command("go", append([]string{"mod", "download", "-json"}, modules...)...)
	cmd.Dir = dir // outside any module
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, runErr := cmd.Output() // it fails when one module does
	var found []module
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var m module
		err := dec.Decode(&m)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("go mod download: %w", err)
		}
		found = append(found, m)
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("go mod download: %w: %s", runErr, stderr.String())
	}
	return found, nil
}

// packages calls visit with the import path and folder of each package of a module.
func (m module) packages(visit func(path, dir string) error) error {
	return filepath.WalkDir(m.Dir, func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(m.Dir, dir)
		if err != nil {
			return err
		}
		if rel != "." && skipped(d.Name()) {
			return filepath.SkipDir
		}
		return visit(path.Join(m.Path, filepath.ToSlash(rel)), dir)
	})
}

// skipped reports whether a folder holds nothing that a program can import.
func skipped(name string) bool {
	return name == "testdata" || name == "vendor" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}

// std is the standard library.
func std() module {
	return module{Path: "", Dir: filepath.Join(runtime.GOROOT(), "src")}
}
