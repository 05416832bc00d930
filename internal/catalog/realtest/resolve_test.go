package realtest

import (
	"os"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/catalog"
)

// TestEveryEntryIsReal checks C1: each line of the catalogue, the cheap ones
// included, names something that a real library declares; a family at least two.
func TestEveryEntryIsReal(t *testing.T) {
	lines, whole := tableLines(t)
	libraries, missing := load(t, whole)
	excepted := exceptions(t)
	for _, line := range lines {
		packages := line.declaredIn(libraries)
		_, exception := excepted[line.pattern]
		delete(excepted, line.pattern)
		want := line.wanted()
		switch {
		case packages >= want && exception:
			t.Errorf("%s: %s is declared by a library: remove it from exceptions.txt", line.source, line.pattern)
		case packages >= want, exception:
		case line.mayBeIn(missing):
			t.Logf("%s: %s is not checked: its library cannot be had here", line.source, line.pattern)
		default:
			t.Errorf("%s: %s is declared by %d packages of modules.txt, want %d: correct it, or list its library in modules.txt", line.source, line.pattern, packages, want)
		}
	}
	for pattern := range excepted {
		t.Errorf("exceptions.txt: the catalogue has no line with %s: remove it", pattern)
	}
}

// A tableLine is a line of the catalogue as a catalogue of its own.
type tableLine struct {
	pattern, source string
	only            *catalog.Catalog
}

// tableLines returns every line of the embedded catalogue, and all of them as
// one catalogue without "!".
func tableLines(t *testing.T) (lines []tableLine, whole *catalog.Catalog) {
	var text strings.Builder
	c := catalog.Default()
	for _, e := range append(c.Entries(), c.Cheap()...) {
		line := "cpu " + e.Pattern + " tested\n"
		text.WriteString(line)
		lines = append(lines, tableLine{e.Pattern, e.Source, parse(t, line)})
	}
	return lines, parse(t, text.String())
}

func parse(t *testing.T, text string) *catalog.Catalog {
	c, err := catalog.Parse("line", text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// declaredIn counts the packages that declare what the line names.
func (l tableLine) declaredIn(libraries []*library) int {
	n := 0
	for _, lib := range libraries {
		if l.only.MayHold(lib.pkg.Path()) && l.isDeclared(lib) {
			n++
		}
	}
	return n
}

// isDeclared reports whether a package declares what the line names.
func (l tableLine) isDeclared(lib *library) bool {
	for _, fn := range lib.funcs {
		if _, ok := l.only.Lookup(fn); ok {
			return true
		}
	}
	for _, typ := range lib.types {
		if _, ok := l.only.LookupType(typ); ok {
			return true
		}
	}
	return false
}

// wanted is the number of packages that must declare what the line names.
func (l tableLine) wanted() int {
	spelling, _, _ := strings.Cut(l.pattern, " ")
	path := spelling[:strings.LastIndex(spelling, "/")+1] + strings.SplitN(spelling[strings.LastIndex(spelling, "/")+1:], ".", 2)[0]
	if strings.Contains(strings.ReplaceAll(strings.TrimPrefix(path, "(*"), "v*", ""), "*") {
		return 2
	}
	return 1
}

// mayBeIn reports whether one of the modules may declare what the line names.
func (l tableLine) mayBeIn(modules []module) bool {
	for _, m := range modules {
		path, _, _ := strings.Cut(m.Path, "/v")
		if strings.Contains(l.pattern, path) {
			return true
		}
	}
	return false
}

// load reads the packages that any line may name. It skips the test when no library can be had.
func load(t *testing.T, whole *catalog.Catalog) (libraries []*library, missing []module) {
	modules, err := download(t.TempDir(), moduleList(t))
	if err != nil {
		t.Skipf("no library is in the module cache and none can be downloaded: %v", err)
	}
	for _, m := range append(modules, std()) {
		if m.Error != "" {
			t.Logf("%s@%s cannot be had here: %s", m.Path, m.Version, m.Error)
			missing = append(missing, m)
			continue
		}
		libraries = append(libraries, readModule(t, m, whole)...)
	}
	if len(missing) == len(modules) {
		t.Skipf("none of the %d libraries is in the module cache and none can be downloaded", len(modules))
	}
	return libraries, missing
}

// readModule reads the packages of a module that any line may name.
func readModule(t *testing.T, m module, whole *catalog.Catalog) []*library {
	var libraries []*library
	err := m.packages(func(path, dir string) error {
		if !whole.MayHold(path) {
			return nil
		}
		lib, err := read(path, dir)
		libraries = append(libraries, lib)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return libraries
}

// moduleList reads modules.txt as module@version.
func moduleList(t *testing.T) []string {
	var list []string
	for _, line := range readLines(t, "modules.txt") {
		path, version, ok := strings.Cut(line, " ")
		if !ok {
			t.Fatalf("modules.txt: %q: write a module path and a version", line)
		}
		list = append(list, path+"@"+version)
	}
	return list
}

// exceptions reads exceptions.txt: a pattern, a colon, the reason.
func exceptions(t *testing.T) map[string]string {
	reasons := make(map[string]string)
	for _, line := range readLines(t, "exceptions.txt") {
		pattern, reason, ok := strings.Cut(line, ": ")
		if !ok || strings.TrimSpace(reason) == "" {
			t.Fatalf("exceptions.txt: %q: write a pattern, a colon and the reason", line)
		}
		reasons[pattern] = reason
	}
	return reasons
}

// readLines returns the lines of a file that are no comments.
func readLines(t *testing.T, name string) []string {
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}
