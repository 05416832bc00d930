// Package lambdaextras is a stub for tests: declarations only.
package lambdaextras

import "context"

type HandlerFunc func(ctx context.Context, payload []byte) ([]byte, error)

func (h HandlerFunc) Invoke(ctx context.Context, payload []byte) ([]byte, error)       { return nil, nil }
func GenericHandler[I, O any](handler func(context.Context, I) (O, error)) HandlerFunc { return nil }
