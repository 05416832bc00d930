// Package types is a stub for tests: declarations only.
package types

type Parameter struct {
	Name  *string
	Value *string
}
