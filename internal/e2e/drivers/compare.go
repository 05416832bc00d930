package drivers

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Constructions maps calls to move, as "folder/file.go:LINE what is built", to
// messages.
type Constructions map[string]string

var (
	posnRE     = regexp.MustCompile(`^(.+\.go):(\d+):\d+$`)
	calledAtRE = regexp.MustCompile(`, called at (\S+\.go:\d+),`)
)

// Split gives the calls to move that diagnostics stand on, and those in other
// packages, which they name by the last folder only. Files are relative to
// the folder dir.
func Split(dir string, diagnostics []Diagnostic) (own, named Constructions, err error) {
	own, named = make(Constructions), make(Constructions)
	for _, d := range diagnostics {
		what, _, _ := strings.Cut(d.Message, " is built again")
		what, _, _ = strings.Cut(what, " are built again")
		if m := calledAtRE.FindStringSubmatch(what); m != nil {
			named[m[1]+" "+strings.Replace(what, m[0], "", 1)] = d.Message
			continue
		}
		line, err := lineIn(dir, d.Posn)
		if err != nil {
			return nil, nil, err
		}
		own[line+" "+what] = d.Message
	}
	return own, named, nil
}

// lineIn gives the line that a "file:line:col" stands for, as
// "folder/file.go:LINE" relative to dir.
func lineIn(dir, posn string) (string, error) {
	m := posnRE.FindStringSubmatch(posn)
	if m == nil {
		return "", fmt.Errorf("%q is no position", posn)
	}
	file := m[1]
	if filepath.IsAbs(file) {
		base, err := filepath.Abs(dir)
		if err != nil {
			return "", err
		}
		if file, err = filepath.Rel(base, file); err != nil {
			return "", err
		}
	}
	return filepath.ToSlash(file) + ":" + m[2], nil
}

// Disagreements says which constructions only the command finds, which
// reports each where it stands, and which only the driver finds, which
// reports its own and names those of other packages.
func Disagreements(command, own, named Constructions) []string {
	var all []string
	short := make(Constructions)
	for _, site := range slices.Sorted(maps.Keys(command)) {
		short[shorten(site)] = command[site]
		if own[site] == "" && named[shorten(site)] == "" {
			all = append(all, fmt.Sprintf("only the command finds %s: %s", site, command[site]))
		}
	}
	for _, site := range slices.Sorted(maps.Keys(own)) {
		if command[site] == "" {
			all = append(all, fmt.Sprintf("the command does not find %s: %s", site, own[site]))
		}
	}
	for _, site := range slices.Sorted(maps.Keys(named)) {
		if short[site] == "" {
			all = append(all, fmt.Sprintf("the command does not find %s: %s", site, named[site]))
		}
	}
	return all
}

// shorten leaves the last folder of the file that a construction stands in.
func shorten(site string) string {
	file, rest, _ := strings.Cut(site, ":")
	folder := path.Base(path.Dir(file))
	if folder == "." {
		folder = "src"
	}
	return folder + "/" + path.Base(file) + ":" + rest
}
