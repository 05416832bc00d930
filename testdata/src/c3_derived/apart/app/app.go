// Package app stands between: it returns what store builds.
package app

import (
	"context"

	"example.test/lambda/c3_derived/apart/store"
)

// App is the program.
type App struct{ Store store.Store }

// New is a derived constructor over a derived constructor.
func New(ctx context.Context) (*App, error) {
	s, err := store.New(ctx)
	if err != nil {
		return nil, err
	}
	return &App{Store: s}, nil
}
