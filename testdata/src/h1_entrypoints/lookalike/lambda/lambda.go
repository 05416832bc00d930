// Package lambda is the module's own: its Start runs things once.
package lambda

import "context"

// Start calls f.
func Start(f func(context.Context) error) {
	if err := f(context.Background()); err != nil {
		panic(err)
	}
}
