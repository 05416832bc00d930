// Package report writes down what was measured: as JSON, as tables and as a
// chart. Ratios come first, because they depend least on the machine.
package report

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/lambdainit/lambdainit/proof/internal/measure"
)

// The files of a folder with results.
const (
	resultsFile = "results.json"
	chartFile   = "chart.svg"
)

// Results are everything that a measurement found.
type Results struct {
	Date        string               `json:"date"`
	Machine     Machine              `json:"machine"`
	Comparisons []measure.Comparison `json:"comparisons"`
	Missing     []string             `json:"missing,omitempty"` // what could not be measured here, and why
}

// Read reads the results in a folder.
func Read(folder string) (Results, error) {
	data, err := os.ReadFile(filepath.Join(folder, resultsFile))
	if err != nil {
		return Results{}, err
	}
	var r Results
	if err := json.Unmarshal(data, &r); err != nil {
		return Results{}, fmt.Errorf("%s: %w", filepath.Join(folder, resultsFile), err)
	}
	return r, nil
}

// Write writes the results and their chart into a folder.
func (r Results) Write(folder string) error {
	data, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, resultsFile), append(data, '\n'), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, chartFile), []byte(r.Chart()), 0o644)
}

// whole are the comparisons on the whole machine, shared those with a share of
// its CPU.
func (r Results) whole() []measure.Comparison {
	return slices.DeleteFunc(slices.Clone(r.Comparisons), func(c measure.Comparison) bool { return c.MemoryMB != 0 })
}

func (r Results) shared() []measure.Comparison {
	return slices.DeleteFunc(slices.Clone(r.Comparisons), func(c measure.Comparison) bool { return c.MemoryMB == 0 })
}

// byProgram groups comparisons, in their order.
func byProgram(comparisons []measure.Comparison) [][]measure.Comparison {
	var groups [][]measure.Comparison
	for _, c := range comparisons {
		last := len(groups) - 1
		if last < 0 || groups[last][0].Program != c.Program {
			groups = append(groups, nil)
			last++
		}
		groups[last] = append(groups[last], c)
	}
	return groups
}
