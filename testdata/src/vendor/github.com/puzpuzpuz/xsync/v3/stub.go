// Package xsync is a stub for tests: declarations only.
package xsync

type MapOf[K comparable, V any] struct{}

func NewMapOf[K comparable, V any]() *MapOf[K, V] { return nil }

func (m *MapOf[K, V]) LoadOrCompute(key K, valueFn func() V) (actual V, loaded bool) {
	panic("a stub")
}

func (m *MapOf[K, V]) LoadOrStore(key K, value V) (actual V, loaded bool) { panic("a stub") }
