package load

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
)

// writeOverlay lets the go command see Config.Overlay, and a go.mod where one is
// assumed. It writes into a temporary folder, which remove removes.
func (l *loader) writeOverlay() error {
	if len(l.Overlay) == 0 && !l.assumes() {
		return nil
	}
	dir, err := os.MkdirTemp("", "lambdainit")
	if err != nil {
		return err
	}
	l.remove = func() { _ = os.RemoveAll(dir) }
	replace := make(map[string]string)
	if l.assumes() {
		mod, flags, err := l.assumed(dir)
		if err != nil {
			return err
		}
		replace[filepath.Join(l.Dir, "go.mod")] = mod
		l.BuildFlags = append(flags, l.BuildFlags...)
	}
	name, err := writeReplacements(dir, l.Overlay, replace)
	if err != nil {
		return err
	}
	l.BuildFlags = append([]string{"-overlay=" + name}, l.BuildFlags...)
	return nil
}

// writeReplacements writes the files and the list of them that the go
// command's -overlay reads, and returns that list's name.
func writeReplacements(dir string, files map[string][]byte, replace map[string]string) (string, error) {
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
