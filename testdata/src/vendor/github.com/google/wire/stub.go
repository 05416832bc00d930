// Package wire is a stub for tests: declarations only.
package wire

type ProviderSet struct{}

func NewSet(...interface{}) ProviderSet { return ProviderSet{} }
