package load

import "bytes"

// chooseIdle finds the own packages that the analysis has nothing to do with.
func (l *loader) chooseIdle() {
	if l.Matters == nil {
		return
	}
	busy := make(map[*node]bool)
	for _, n := range l.order { // imports first: what imports one that matters
		busy[n] = l.Matters(n.path) || l.imports(n, busy) || n.own && l.marked(n)
	}
	for i := len(l.order) - 1; i >= 0; i-- { // imports last: what one that matters imports
		if n := l.order[i]; busy[n] {
			for _, path := range n.Imports {
				busy[l.nodes[path]] = true
			}
		}
	}
	for _, n := range l.order {
		n.idle = n.own && !busy[n]
	}
}

// imports reports whether n imports one of the packages.
func (l *loader) imports(n *node, any map[*node]bool) bool {
	for _, path := range n.Imports {
		if any[l.nodes[path]] {
			return true
		}
	}
	return false
}

var annotation = []byte("//lambdainit:")

// marked reports whether n's files have an annotation, which can mark a handler
// (H7) or be a mistake itself (S1).
func (l *loader) marked(n *node) bool {
	for _, name := range n.absolute(n.GoFiles, n.CgoFiles) {
		if src, err := l.readFile(name); err == nil && bytes.Contains(src, annotation) {
			return true
		}
	}
	return false
}
