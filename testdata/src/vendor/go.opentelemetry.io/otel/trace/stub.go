// Package trace is a stub for tests: declarations only.
package trace

type Tracer interface {
	stub()
}

type TracerOption interface {
	stub()
}
