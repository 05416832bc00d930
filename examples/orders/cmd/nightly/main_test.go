package main

import "testing"

func TestSummary(t *testing.T) {
	if got, want := summary(3, 5005), "3 orders, 50.05 in all"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
