// Package drivers reads what the analyzer says under its several drivers, and
// compares it: each must find the same constructions, though some see one
// package at a time (P3).
package drivers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A Diagnostic is one as go/analysis commands print it with -json.
type Diagnostic struct {
	Posn     string `json:"posn"` // "file:line:col"
	Message  string `json:"message"`
	Category string `json:"category"` // the kind (P5)
	Related  []struct {
		Posn    string `json:"posn"`
		Message string `json:"message"`
	} `json:"related"`
}

// Text gives all that the diagnostic says, positions of related lines included.
func (d Diagnostic) Text() string {
	var b strings.Builder
	b.WriteString(d.Message)
	for _, r := range d.Related {
		fmt.Fprintf(&b, "\n%s: %s", r.Posn, r.Message)
	}
	return b.String()
}

// Decode reads the output of -json: one or more documents of the form
// {package: {analyzer: [diagnostic]}}, with go vet's "# package" lines between.
func Decode(output string) ([]Diagnostic, error) {
	var docs strings.Builder
	for line := range strings.Lines(output) {
		if !strings.HasPrefix(line, "#") {
			docs.WriteString(line)
		}
	}
	var all []Diagnostic
	for dec := json.NewDecoder(strings.NewReader(docs.String())); ; {
		var doc map[string]map[string][]Diagnostic
		if err := dec.Decode(&doc); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("%w in:\n%s", err, output)
		}
		for _, analyzers := range doc {
			for _, diagnostics := range analyzers {
				all = append(all, diagnostics...)
			}
		}
	}
}

// DecodeIssues reads golangci-lint's JSON.
func DecodeIssues(output string) ([]Diagnostic, error) {
	var doc struct {
		Issues []struct {
			Text string
			Pos  struct {
				Filename     string
				Line, Column int
			}
		}
	}
	if err := json.Unmarshal([]byte(output), &doc); err != nil {
		return nil, fmt.Errorf("%w in:\n%s", err, output)
	}
	var all []Diagnostic
	for _, i := range doc.Issues {
		posn := fmt.Sprintf("%s:%d:%d", i.Pos.Filename, i.Pos.Line, i.Pos.Column)
		all = append(all, Diagnostic{Posn: posn, Message: i.Text})
	}
	return all, nil
}
