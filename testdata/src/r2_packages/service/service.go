// Package service stands between.
package service

import (
	"context"

	"example.test/lambda/r2_packages/store"
)

// Service has a store.
type Service struct{ name string }

// New builds nothing.
func New() *Service { return &Service{} }

// Place saves, two packages away from the handler.
func (s *Service) Place(ctx context.Context, id string) error {
	return s.place(ctx, id)
}

func (s *Service) place(ctx context.Context, id string) error {
	defer func() { s.name = id }()
	return store.Save(ctx, id)
}

// Show loads.
func (s *Service) Show(ctx context.Context, id string) error { return store.Load(ctx, id) }
