// Package types is a stub for tests: declarations only.
package types

type Type struct {
}
