package guard_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/guard"
)

// BenchmarkFind looks for what tests guard in functions of usual shapes, and in
// one with many tests.
func BenchmarkFind(b *testing.B) {
	var many strings.Builder
	for i := range 40 {
		fmt.Fprintf(&many, "if c == nil { c = build() }; if s.n > %d { use(c) }; ", i)
	}
	for name, body := range map[string]string{
		"nil":          `if c == nil { c = build() }; use(c)`,
		"double_check": `mu.RLock(); if c == nil { mu.RUnlock(); mu.Lock(); if c == nil { c = build() } }`,
		"together":     `if c == nil || d == nil || e == nil { c, d, e = build(), build(), build() }`,
		"many":         many.String(),
	} {
		fn := function(b, prelude+"func f() { "+body+" }", "f")
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				guard.Find(fn)
			}
		})
	}
}
