// Package middleware is a stub for tests: declarations only.
package middleware

type Stack struct {
}
