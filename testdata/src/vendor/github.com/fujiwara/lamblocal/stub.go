// Package lamblocal is a stub for tests: declarations only.
package lamblocal

import (
	"context"
	"io"
)

func Run[T any, U any](ctx context.Context, fn func(context.Context, T) (U, error)) {}

func RunCLI[T any, U any](ctx context.Context, src io.Reader, fn func(context.Context, T) (U, error)) (U, error) {
	return *new(U), nil
}
