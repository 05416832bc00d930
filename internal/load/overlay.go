package load

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
)

// writeOverlay lets the go command see Config.Overlay. The returned function
// removes what was written.
func (l *loader) writeOverlay() (remove func(), err error) {
	if len(l.Overlay) == 0 {
		return func() {}, nil
	}
	dir, err := os.MkdirTemp("", "lambdainit")
	if err != nil {
		return nil, err
	}
	remove = func() { _ = os.RemoveAll(dir) }
	name, err := writeReplacements(dir, l.Overlay)
	if err != nil {
		remove()
		return nil, err
	}
	l.BuildFlags = append([]string{"-overlay=" + name}, l.BuildFlags...)
	return remove, nil
}

// writeReplacements writes the files and the list of them that the go
// command's -overlay reads, and returns that list's name.
func writeReplacements(dir string, files map[string][]byte) (string, error) {
	replace := make(map[string]string)
	for name, content := range files {
		replace[name] = filepath.Join(dir, strconv.Itoa(len(replace))+".go")
		if err := os.WriteFile(replace[name], content, 0o600); err != nil {
			return "", err
		}
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "overlay.json")
	return name, os.WriteFile(name, list, 0o600)
}
