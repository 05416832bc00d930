package main

import (
	"context"
	"io"
	"os"
	"testing"
)

// BenchmarkCommand runs the command on the examples, or on the module that the
// environment variable LAMBDAINIT_MODULE names. What the go command takes is
// in the time, but not in the allocations, nor in a profile.
func BenchmarkCommand(b *testing.B) {
	dir := os.Getenv("LAMBDAINIT_MODULE")
	if dir == "" {
		dir = "../../examples"
	}
	b.ReportAllocs()
	for b.Loop() {
		if code := run(context.Background(), []string{"-C", dir, "./..."}, io.Discard, io.Discard); code != exitFound {
			b.Fatalf("exit code %d", code)
		}
	}
}
