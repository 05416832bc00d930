package load

import (
	"cmp"
	"go/parser"
	"go/token"
	"go/version"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// GuessModule returns the import path that a folder without go.mod had when its
// code was written, for GOPATH: the one by which its files import each other. It
// returns the folder's name where none does, and "" where there is no Go file.
func GuessModule(dir string) string {
	g := &guess{dir: dir, folders: make(map[string]bool), imports: make(map[string]bool)}
	if err := filepath.WalkDir(dir, g.visit); err != nil || len(g.folders) == 0 {
		return ""
	}
	return cmp.Or(g.best(), filepath.Base(dir))
}

type guess struct {
	dir     string
	folders map[string]bool // with Go files, as import paths relative to dir
	imports map[string]bool
}

func (g *guess) visit(name string, d fs.DirEntry, err error) error {
	switch {
	case err != nil:
		return fs.SkipDir // not ours to read
	case d.IsDir() && name != g.dir && (isSkipped(d.Name()) || isModule(name)):
		return fs.SkipDir
	case d.IsDir() || !strings.HasSuffix(name, ".go"):
		return nil
	}
	rel, _ := filepath.Rel(g.dir, filepath.Dir(name)) // below g.dir
	g.folders[filepath.ToSlash(rel)] = true
	file, _ := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if file == nil {
		return nil // an error that loading finds again
	}
	for _, spec := range file.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil {
			g.imports[p] = true
		}
	}
	return nil
}

// best returns the beginning by which most imports end in one of the folders.
func (g *guess) best() string {
	votes := make(map[string]int)
	for imported := range g.imports {
		if prefix := g.prefix(imported); prefix != "" {
			votes[prefix]++
		}
	}
	best := ""
	for prefix, n := range votes {
		if n > votes[best] || n == votes[best] && prefix < best {
			best = prefix
		}
	}
	return best
}

// prefix returns what stands before the longest end of an import path that names
// one of the folders, or "".
func (g *guess) prefix(imported string) string {
	for i := range len(imported) {
		if imported[i] == '/' && g.folders[imported[i+1:]] {
			return imported[:i]
		}
	}
	return ""
}

// assumes reports whether the folder is taken for a module.
func (l *loader) assumes() bool {
	return l.Assume != "" && l.env.GOMOD == os.DevNull && l.env.GOWORK == ""
}

// assumed writes a go.mod into dir for the folder that is taken for a module, and
// returns its name and the flags with which the go command uses it. That resolves
// imports as "go get" would, at their newest versions, and writes them into
// that file: the folder itself stays as it is (D5).
func (l *loader) assumed(dir string) (mod string, flags []string, err error) {
	mod = filepath.Join(dir, "go.mod")
	content := "module " + l.Assume + "\n\ngo " + goVersion(l.env.GOVERSION) + "\n"
	return mod, []string{"-modfile=" + mod, "-mod=mod"}, os.WriteFile(mod, []byte(content), 0o600)
}

// goVersion is the language version of a Go version, as go.mod names it.
func goVersion(v string) string {
	v, _, _ = strings.Cut(v, " ")
	return strings.TrimPrefix(cmp.Or(version.Lang(v), "go1.26"), "go")
}
