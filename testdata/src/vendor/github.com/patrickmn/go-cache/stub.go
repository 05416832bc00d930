// Package cache is a stub for tests: declarations only.
package cache

import (
	"time"
)

type Cache struct {
	*cache
}

const DefaultExpiration time.Duration = 0

func New(defaultExpiration time.Duration, cleanupInterval time.Duration) *Cache { return nil }

const NoExpiration time.Duration = -1

type cache struct {
}

func (c *cache) Set(k string, x interface{}, d time.Duration) {}

func (c *cache) Get(k string) (interface{}, bool) { return nil, false }
