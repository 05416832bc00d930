// Package golangci is lambdainit as a module plugin of golangci-lint v2. The
// settings have the names of the command's flags; .golangci.example.yml shows
// all of them, .custom-gcl.yml builds a golangci-lint with the plugin.
//
// A finding always stands in the package that is analysed (P3), whatever else
// the process happens to know: golangci-lint keeps facts and issues in its
// cache, and results must not depend on that.
package golangci

import (
	"fmt"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/lambdainit/lambdainit/analyzer"
)

func init() { register.Plugin("lambdainit", New) }

// settings is what stands under linters.settings.custom.lambdainit.settings.
type settings struct {
	Kinds        []string `json:"kinds"`
	Constructors []string `json:"constructors"`
	Ignore       []string `json:"ignore"`
	EntryPoints  []string `json:"entrypoints"`
	Keyed        bool     `json:"keyed"`
	Test         bool     `json:"test"`
	Local        bool     `json:"local"`
	Lazy         bool     `json:"lazy"`
}

// New returns the plugin with the settings that golangci-lint has read. The
// error names what is not valid in them.
func New(conf any) (register.LinterPlugin, error) {
	s, err := register.DecodeSettings[settings](conf)
	if err != nil {
		return nil, invalid(err)
	}
	a, err := analyzer.New(analyzer.Config{
		Kinds:        s.Kinds,
		Constructors: s.Constructors,
		Ignore:       s.Ignore,
		EntryPoints:  s.EntryPoints,
		Keyed:        s.Keyed,
		Tests:        s.Test,
		Local:        s.Local,
		Lazy:         s.Lazy,
	})
	if err != nil {
		return nil, invalid(err)
	}
	return plugin{adapt(a)}, nil
}

func invalid(err error) error {
	return fmt.Errorf("linters.settings.custom.lambdainit.settings: %w", err)
}

// plugin is one analyzer.
type plugin struct{ analyzer *analysis.Analyzer }

// BuildAnalyzers returns the analyzer.
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	return []*analysis.Analyzer{p.analyzer}, nil
}

// GetLoadMode says that the analyzer needs types: it decides by objects only.
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
