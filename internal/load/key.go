package load

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// A Key stands for a package as it is: its files, all that it imports, and the
// toolchain. Packages with the same key have the same types and bodies, at the
// same places.
type Key string

// setKeys gives each package a key, and says which roots are known. l.order has
// imports first.
func (l *loader) setKeys() {
	if l.Known == nil || len(l.Overlay) > 0 {
		return
	}
	for _, n := range l.order {
		n.key = l.keyOf(n)
	}
	for _, n := range l.roots {
		n.known = n.key != "" && l.Known(n.key)
	}
}

// keyOf returns the key of a package whose imports have theirs, or "" if go
// list found something wrong with it or something of it cannot be read.
func (l *loader) keyOf(n *node) Key {
	if n.own && len(n.errs) > 0 {
		return ""
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %t %q %q\n", n.ImportPath, n.Name, n.Dir, n.own, l.env.GOVERSION, l.env.GOARCH)
	if m := n.Module; m != nil {
		fmt.Fprintf(h, "%q %q %q\n", m.Path, m.Version, m.GoVersion)
	}
	for _, name := range slices.Sorted(maps.Keys(n.ImportMap)) {
		fmt.Fprintf(h, "%q as %q\n", n.ImportMap[name], name)
	}
	for _, path := range n.Imports {
		dep := l.nodes[path]
		if dep == nil { // "C", or an error of n's
			continue
		}
		if dep.key == "" {
			return ""
		}
		fmt.Fprintf(h, "%s\n", dep.key)
	}
	if !l.addFiles(h, n) {
		return ""
	}
	return Key(hex.EncodeToString(h.Sum(nil)))
}

// addFiles adds a package's files: of what never changes the names only.
func (l *loader) addFiles(w io.Writer, n *node) bool {
	fixed := n.isFixed()
	for _, name := range n.absolute(n.GoFiles, n.CgoFiles, n.CFiles, n.CXXFiles, n.MFiles, n.HFiles, n.FFiles, n.SFiles, n.SwigFiles, n.SwigCXXFiles) {
		fmt.Fprintf(w, "%q\n", name)
		if fixed {
			continue
		}
		src, err := l.readFile(name)
		if err != nil {
			return false
		}
		fmt.Fprintf(w, "%x\n", sha256.Sum256(src))
	}
	return true
}

// isFixed reports whether the files of a package do not change as long as their
// names do not: those of the toolchain, and of the module cache, whose folders
// are named for the version.
func (n *node) isFixed() bool {
	m := n.Module
	if n.Standard || m == nil {
		return n.Standard
	}
	if m.Replace != nil {
		m = m.Replace
	}
	return m.Version != "" && strings.Contains(filepath.ToSlash(n.Dir), "@"+m.Version)
}

// keys are the keys of the roots of which an analysis sees all: neither they
// nor the own packages that they import have errors.
func (l *loader) keys() map[string]Key {
	clean := make(map[*node]bool)
	for _, n := range l.order {
		clean[n] = !n.own || n.known || n.key != "" && len(n.errs) == 0 && len(n.typing) == 0 && l.allOf(n, clean)
	}
	keys := make(map[string]Key)
	for _, n := range l.roots {
		if n.key != "" && clean[n] {
			keys[n.ImportPath] = n.key
		}
	}
	return keys
}

// allOf reports whether what n imports is in a set.
func (l *loader) allOf(n *node, set map[*node]bool) bool {
	for _, path := range n.Imports {
		if dep := l.nodes[path]; dep != nil && !set[dep] {
			return false
		}
	}
	return true
}
