// Package ports has the interfaces and the use case: it knows no implementation.
package ports

import "context"

// Store is implemented elsewhere.
type Store interface {
	Put(ctx context.Context, id string) error
}

// Notifier is implemented elsewhere.
type Notifier interface {
	Notify(ctx context.Context, text string) error
}

// UseCase is constructed elsewhere.
type UseCase struct {
	Store    Store
	notifier Notifier
	clock    func() int64
}

// New wires.
func New(s Store, n Notifier, clock func() int64) *UseCase {
	return &UseCase{Store: s, notifier: n, clock: clock}
}

// Run calls through the interfaces.
func (u *UseCase) Run(ctx context.Context, id string) error {
	u.clock()
	if err := u.Store.Put(ctx, id); err != nil {
		return err
	}
	return u.notify(ctx, id)
}

func (u *UseCase) notify(ctx context.Context, id string) error {
	return u.notifier.Notify(ctx, id)
}
