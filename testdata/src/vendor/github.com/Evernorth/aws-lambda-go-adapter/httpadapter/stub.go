// Package httpadapter is a stub for tests: declarations only.
package httpadapter

func Start(port int, handler interface{}) error { return nil }
