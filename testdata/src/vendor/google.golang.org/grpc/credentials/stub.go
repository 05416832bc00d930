// Package credentials is a stub for tests: declarations only.
package credentials

type TransportCredentials interface {
	stub()
}
