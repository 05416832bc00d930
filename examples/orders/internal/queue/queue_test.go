package queue

import "testing"

func TestDefaultIsShared(t *testing.T) {
	t.Setenv("AWS_REGION", "eu-central-1")
	first, err := Default(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if second, err := Default(t.Context()); err != nil || second != first {
		t.Errorf("Default gave %p and then %p, %v", first, second, err)
	}
}
