// Package kinds holds one page per kind of the catalogue: what diagnostics link
// to, and what "lambdainit help KIND" prints.
package kinds

import "embed"

//go:embed *.md
var pages embed.FS

// Page returns the page of a kind, in Markdown, and whether there is one.
func Page(kind string) (string, bool) {
	text, err := pages.ReadFile(kind + ".md")
	if err != nil {
		return "", false
	}
	return string(text), true
}
