// Package option is a stub for tests: declarations only.
package option

type ClientOption interface {
	stub()
}

func WithCredentialsFile(filename string) ClientOption { return nil }
