package report

import (
	"encoding/json"
	"fmt"
	"io"
)

// The format of -json is that of other go/analysis commands: package → analyzer
// → diagnostics or error.
type (
	jsonDiagnostic struct {
		Category       string        `json:"category,omitempty"`
		Posn           string        `json:"posn"`
		End            string        `json:"end"`
		Message        string        `json:"message"`
		SuggestedFixes []jsonFix     `json:"suggested_fixes,omitempty"`
		Related        []jsonRelated `json:"related,omitempty"`
	}
	jsonRelated struct {
		Posn    string `json:"posn"`
		End     string `json:"end"`
		Message string `json:"message"`
	}
	jsonFix struct {
		Message string     `json:"message"`
		Edits   []jsonEdit `json:"edits"`
	}
	jsonEdit struct {
		Filename string `json:"filename"`
		Start    int    `json:"start"`
		End      int    `json:"end"`
		New      string `json:"new"`
	}
	jsonError struct {
		Err string `json:"error"`
	}
)

// WriteJSON prints findings as go/analysis commands do. pkg names the package
// that a file belongs to; errs are the packages that could not be analysed.
func WriteJSON(w io.Writer, findings []*Finding, pkg func(file string) string, errs map[string]string) error {
	byPackage := make(map[string][]jsonDiagnostic)
	for _, f := range findings {
		id := pkg(f.Pos.File)
		byPackage[id] = append(byPackage[id], f.json())
	}
	tree := make(map[string]map[string]any)
	for id, diagnostics := range byPackage {
		tree[id] = map[string]any{"lambdainit": diagnostics}
	}
	for id, message := range errs {
		tree[id] = map[string]any{"lambdainit": jsonError{message}}
	}
	data, err := json.MarshalIndent(tree, "", "\t")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", data)
	return err
}

func (f *Finding) json() jsonDiagnostic {
	d := jsonDiagnostic{Category: f.Kind, Posn: f.Pos.Key(), End: f.end().Key(), Message: f.Message}
	for _, s := range f.Related() {
		d.Related = append(d.Related, jsonRelated{s.Pos.Key(), s.Pos.Key(), s.What})
	}
	for _, fix := range f.Fixes {
		d.SuggestedFixes = append(d.SuggestedFixes, fix.json())
	}
	return d
}

func (fix Fix) json() jsonFix {
	j := jsonFix{Message: fix.Message}
	for _, e := range fix.Edits {
		j.Edits = append(j.Edits, jsonEdit{e.File, e.Start, e.End, e.New})
	}
	return j
}

// end is where the call ends, or begins if that is all that is known.
func (f *Finding) end() Position {
	if f.End.Line == 0 {
		return f.Pos
	}
	return f.End
}
