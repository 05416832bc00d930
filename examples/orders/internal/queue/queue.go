// Package queue sends orders on to the functions that process them.
package queue

import (
	"context"
	"fmt"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"github.com/lambdainit/lambdainit/examples/orders/internal/order"
	"github.com/lambdainit/lambdainit/examples/orders/internal/settings"
)

// A Sender sends orders to one queue.
type Sender struct {
	client *sqs.Client
	url    string
}

// New builds a sender with a client of its own. Call it once.
func New(ctx context.Context) (*Sender, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, fmt.Errorf("loading the AWS configuration: %w", err)
	}
	return &Sender{client: sqs.NewFromConfig(cfg), url: settings.QueueURL()}, nil
}

var (
	mu     sync.Mutex
	sender *Sender
)

// Default gives the sender that all invocations share, built on first use.
func Default(ctx context.Context) (*Sender, error) {
	mu.Lock()
	defer mu.Unlock()
	if sender == nil {
		s, err := New(ctx)
		if err != nil {
			return nil, err
		}
		sender = s
	}
	return sender, nil
}

// Send sends an order.
func (s *Sender) Send(ctx context.Context, o order.Order) error {
	_, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{
		QueueUrl:    aws.String(s.url),
		MessageBody: aws.String(o.JSON()),
	})
	if err != nil {
		return fmt.Errorf("queueing order %s: %w", o.ID, err)
	}
	return nil
}
