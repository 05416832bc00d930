// Package main: G2 with the guard in one package and the construction in
// another, either way round.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"

	"example.test/lambda/g2_nilcheck/apart/store"
)

type event struct{ ID string }

var (
	kept   = &store.Store{}
	loaded bool
)

func main() { lambda.Start(handle) }

func handle(ctx context.Context, e event) error {
	if _, err := store.Client(ctx); err != nil { // guarded over there
		return err
	}
	if store.DB == nil { // guarded here, assigned over there
		if err := store.Init(); err != nil {
			return err
		}
	}
	if !store.Ready() {
		if err := store.Init(); err != nil {
			return err
		}
	}
	if !loaded { // a flag here for what is built over there
		if err := store.Init(); err != nil {
			return err
		}
		loaded = true
	}
	if _, err := kept.Get(ctx); err != nil {
		return err
	}
	s := &store.Store{}
	_, err := s.Get(ctx) // want `dynamodb\.New.*created during the invocation`
	if err != nil {
		return err
	}
	return again()
}

func again() error {
	return store.Init() // want `sql\.Open`
}
