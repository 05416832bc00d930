package load_test

import (
	"testing"

	"github.com/lambdainit/lambdainit/internal/load"
)

func BenchmarkLoad(b *testing.B) {
	dir := write(b, realTree)
	for _, mode := range []load.Mode{load.Auto, load.Source} {
		b.Run(string(mode), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				mustLoad(b, config(b, dir, mode), "./...")
			}
		})
	}
}
