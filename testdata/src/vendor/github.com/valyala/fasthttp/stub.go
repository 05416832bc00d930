// Package fasthttp is a stub for tests: declarations only.
package fasthttp

type RequestCtx struct {
}
