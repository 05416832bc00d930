// Package v4 is a stub for tests: declarations only.
package v4

type PresignedHTTPRequest struct {
}
