package load_test

import (
	"testing"

	"github.com/lambdainit/lambdainit/internal/load"
)

// BenchmarkLoad loads a small module on the standard library, and the examples
// with the AWS SDKs and pgx below them. The go command's share is in the time,
// not in the allocations.
func BenchmarkLoad(b *testing.B) {
	for name, dir := range map[string]string{"std": write(b, realTree), "examples": "../../examples"} {
		for _, mode := range []load.Mode{load.Auto, load.Source} {
			b.Run(name+"/"+string(mode), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					mustLoad(b, config(b, dir, mode), "./...")
				}
			})
		}
	}
}
