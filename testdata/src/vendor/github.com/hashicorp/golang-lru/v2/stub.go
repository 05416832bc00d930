// Package lru is a stub for tests: declarations only.
package lru

type Cache[K comparable, V any] struct {
}

func (c *Cache[K, V]) Add(key K, value V) (evicted bool) { return }

func (c *Cache[K, V]) Get(key K) (value V, ok bool) { return }

func (c *Cache[K, V]) Contains(key K) bool { return false }

func (c *Cache[K, V]) Peek(key K) (value V, ok bool) { return }

func (c *Cache[K, V]) Remove(key K) (present bool) { return }

func (c *Cache[K, V]) Len() int { return 0 }

func New[K comparable, V any](size int) (*Cache[K, V], error) { return nil, nil }
