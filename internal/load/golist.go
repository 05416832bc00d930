package load

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// A listed is a package as go list prints it. Its fields are the ones that the
// go command is asked for.
type listed struct {
	Dir        string
	ImportPath string // with the test variant: "p [p.test]"
	Name       string
	Export     string
	ForTest    string
	Standard   bool
	DepOnly    bool
	Module     *packages.Module

	GoFiles, CgoFiles, CompiledGoFiles []string
	IgnoredGoFiles, IgnoredOtherFiles  []string
	CFiles, CXXFiles, MFiles, HFiles   []string
	FFiles, SFiles, SysoFiles          []string
	SwigFiles, SwigCXXFiles            []string
	Imports                            []string
	ImportMap                          map[string]string
	Error                              *listError
}

type listError struct {
	ImportStack []string
	Pos         string // "file:line:col", the file relative to the go command's folder, or ""
	Err         string
}

// list asks go list for the packages that match the patterns and all that they
// import, and makes nodes of them.
func (l *loader) list() error {
	defer timed(&l.stats.List)()
	if l.env.GOMOD == os.DevNull && l.env.GOWORK == "" && l.Assume == "" && !areFiles(l.patterns) {
		return noModule(l.Dir)
	}
	if err := l.expandWorkspace(); err != nil {
		return err
	}
	if err := l.writeOverlay(); err != nil {
		return err
	}
	out, err := l.goCommand(l.listArgs()...)
	if err != nil {
		return err
	}
	pkgs, err := decode(out)
	if err != nil {
		return err
	}
	return l.makeNodes(pkgs)
}

// listArgs is the go list command line. CompiledGoFiles are asked for later,
// and only for the packages that need cgo.
func (l *loader) listArgs() []string {
	args := []string{"list", "-e", "-deps", jsonFlag("CompiledGoFiles")}
	args = append(args, l.exportFlags()...)
	if l.Tests {
		args = append(args, "-test")
	}
	args = append(args, l.buildFlags()...)
	return append(append(args, "--"), l.patterns...)
}

// exportFlags makes go list name export data: in mode Auto what the build
// cache holds, in mode Export all.
func (l *loader) exportFlags() []string {
	command := l.refuser()
	refuser, ok := quoteCommand(command)
	switch {
	case l.Mode == Export:
		return []string{"-export"}
	case l.Mode == Auto && ok && len(command) > 0:
		return []string{"-export", "-toolexec=" + refuser}
	}
	return nil
}

// jsonFlag is go list's -json flag for the fields of listed, except those.
func jsonFlag(except ...string) string {
	var fields []string
	for field := range reflect.TypeFor[listed]().Fields() {
		if !slices.Contains(except, field.Name) {
			fields = append(fields, field.Name)
		}
	}
	return "-json=" + strings.Join(fields, ",")
}

// decode reads the stream of JSON objects that go list prints.
func decode(out []byte) ([]*listed, error) {
	var pkgs []*listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(listed)
		if err := dec.Decode(p); errors.Is(err, io.EOF) {
			return pkgs, nil
		} else if err != nil {
			return nil, &Error{Message: "cannot read what go list printed: " + err.Error()}
		}
		pkgs = append(pkgs, p)
	}
}

// isTestMain reports whether p is the main package that go test generates.
func (p *listed) isTestMain() bool {
	return p.Name == "main" && strings.HasSuffix(p.ImportPath, ".test") &&
		len(p.GoFiles) == 1 && filepath.IsAbs(p.GoFiles[0])
}

// isOwn reports whether p belongs to the main module, to a workspace module,
// to one that stands in for another by its folder, or, named by its files, to none.
func (p *listed) isOwn() bool {
	if p.Module != nil {
		return p.Module.Main || p.isBeside()
	}
	return !p.Standard && !p.DepOnly && p.Name != ""
}

// isBeside reports whether p's module lies in a folder that a replace directive
// of go.mod names: such modules are written together (R2). A copy of it in a
// vendor folder is another's.
func (p *listed) isBeside() bool {
	r := p.Module.Replace
	return r != nil && r.Version == "" && r.Dir != "" && strings.HasPrefix(p.Dir+string(filepath.Separator), r.Dir+string(filepath.Separator))
}

// buildFailed reports whether p's error is that it was not compiled. Whether
// it could have been is for our own type-checker to say, with better places.
func (p *listed) buildFailed() bool {
	return p.Error != nil && p.Error.Pos == "" && (strings.HasPrefix(p.Error.Err, "# ") || strings.Contains(p.Error.Err, refusal))
}

// areFiles reports whether the patterns name Go files rather than packages.
func areFiles(patterns []string) bool {
	isFile := func(p string) bool { return strings.HasSuffix(p, ".go") }
	return len(patterns) > 0 && !slices.ContainsFunc(patterns, func(p string) bool { return !isFile(p) })
}
