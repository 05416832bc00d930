// Package adapters has unexported implementations behind exported constructors.
package adapters

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/sns"

	"example.test/lambda/r1_interfaces/wired/ports"
)

type store struct{ client *dynamodb.Client }

// NewStore gives an interface.
func NewStore() ports.Store { return &store{client: dynamodb.New(dynamodb.Options{})} }

// Put builds again what NewStore built.
func (s *store) Put(ctx context.Context, id string) error {
	dynamodb.New(dynamodb.Options{})
	return nil
}

// Notifier is exported, and becomes an interface only in main.
type Notifier struct{ client *sns.Client }

// NewNotifier gives the type itself.
func NewNotifier() *Notifier { return &Notifier{client: sns.New(sns.Options{})} }

// Notify builds.
func (n *Notifier) Notify(ctx context.Context, text string) error {
	sns.New(sns.Options{})
	return nil
}
