package load

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Unit is a folder in a module and patterns that make sense there.
type Unit struct {
	Dir      string
	Patterns []string
}

// Units are what to load instead, where Load says NoModule: the go command
// needs to run inside a module, but a pattern may name folders of one from
// outside, or a folder that holds several below it (D1). There are no units
// where no module is.
func Units(dir string, patterns []string) ([]Unit, error) {
	byDir := make(map[string]*Unit)
	for _, pattern := range patterns {
		if !isLocal(pattern) {
			continue
		}
		found, err := unitsOf(dir, pattern)
		if err != nil {
			return nil, err
		}
		for _, u := range found {
			merge(byDir, u)
		}
	}
	units := make([]Unit, 0, len(byDir))
	for _, u := range byDir {
		units = append(units, *u)
	}
	slices.SortFunc(units, func(a, b Unit) int { return cmp.Compare(a.Dir, b.Dir) })
	return units, nil
}

// expandWorkspace replaces, in a folder that is in no module itself but in a
// workspace, what means all below a folder by the workspace's modules there:
// the go command would find nothing.
func (l *loader) expandWorkspace() error {
	if l.env.GOWORK == "" || l.env.GOMOD != os.DevNull {
		return nil
	}
	out, err := l.goCommand("list", "-m", "-f", "{{.Dir}}")
	if err != nil {
		return err
	}
	var expanded []string
	for _, pattern := range l.patterns {
		expanded = append(expanded, expand(l.Dir, pattern, strings.Split(strings.TrimSpace(string(out)), "\n"))...)
	}
	l.patterns = expanded
	return nil
}

// expand returns the patterns for those modules that lie below the folder that
// a pattern ends in “...” for, or else the pattern as it is.
func expand(dir, pattern string, modules []string) []string {
	root, all := strings.CutSuffix(pattern, "...")
	if !all || !isLocal(pattern) {
		return []string{pattern}
	}
	var below []string
	for _, module := range modules {
		rel, err := filepath.Rel(filepath.Join(dir, filepath.FromSlash(root)), module)
		if err == nil && filepath.IsLocal(rel) {
			below = append(below, filepath.Join(module, "..."))
		}
	}
	if len(below) == 0 {
		return []string{pattern}
	}
	return below
}

// merge adds u to the unit of the same folder.
func merge(byDir map[string]*Unit, u Unit) {
	if old := byDir[u.Dir]; old != nil {
		old.Patterns = append(old.Patterns, u.Patterns...)
		slices.Sort(old.Patterns)
		old.Patterns = slices.Compact(old.Patterns)
		return
	}
	byDir[u.Dir] = &u
}

// unitsOf finds the module that a pattern's folder is in, or else, if it ends
// in “...”, those below the folder.
func unitsOf(dir, pattern string) ([]Unit, error) {
	root, all := strings.CutSuffix(pattern, "...")
	root = filepath.Clean(filepath.FromSlash(root))
	if !filepath.IsAbs(root) {
		root = filepath.Join(dir, root)
	}
	if module := moduleOf(root, dir); module != "" {
		return []Unit{{module, []string{localPattern(module, root, all)}}}, nil
	}
	if !all {
		return nil, nil
	}
	return modulesBelow(root)
}

// moduleOf returns the folder with the go.mod that root belongs to, without
// looking above stop.
func moduleOf(root, stop string) string {
	for dir := root; dir != stop; dir = filepath.Dir(dir) {
		if isModule(dir) {
			return dir
		}
		if dir == filepath.Dir(dir) {
			break
		}
	}
	return ""
}

// localPattern names root as seen from the module's folder.
func localPattern(module, root string, all bool) string {
	rel, err := filepath.Rel(module, root)
	if err != nil || rel == "." {
		rel = ""
	}
	pattern := "./" + filepath.ToSlash(rel)
	if all {
		return strings.TrimSuffix(pattern, "/") + "/..."
	}
	return cmp.Or(strings.TrimSuffix(pattern, "/"), ".")
}

// modulesBelow finds the modules in and below a folder, where the go command
// would look for packages.
func modulesBelow(root string) ([]Unit, error) {
	var units []Unit
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path != root:
			return fs.SkipDir // not ours to read
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case path != root && isSkipped(d.Name()):
			return fs.SkipDir
		}
		if isModule(path) {
			units = append(units, Unit{path, []string{"./..."}})
		}
		return nil
	})
	return units, err
}

// isSkipped reports whether the go command's “...” passes over a folder.
func isSkipped(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") ||
		name == "testdata" || name == "vendor" || name == "node_modules"
}

func isModule(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil && !info.IsDir()
}

// isLocal reports whether a pattern names folders rather than import paths.
func isLocal(pattern string) bool {
	return pattern == "." || pattern == ".." || strings.HasPrefix(pattern, "./") ||
		strings.HasPrefix(pattern, "../") || filepath.IsAbs(pattern)
}
