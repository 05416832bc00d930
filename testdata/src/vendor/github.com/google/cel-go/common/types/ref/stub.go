// Package ref is a stub for tests: declarations only.
package ref

type Val interface {
	stub()
}
