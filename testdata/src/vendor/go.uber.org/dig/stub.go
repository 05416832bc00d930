// Package dig is a stub for tests: declarations only.
package dig

type In struct {
}

type Out struct {
}
