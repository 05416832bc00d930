// Package checkout is the service layer: what happens when somebody orders.
package checkout

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/lambdainit/lambdainit/examples/orders/internal/order"
	"github.com/lambdainit/lambdainit/examples/orders/internal/queue"
	"github.com/lambdainit/lambdainit/examples/orders/internal/settings"
)

// A Table holds orders.
type Table interface {
	Put(ctx context.Context, o order.Order) error
}

// An Archive holds a copy of each order.
type Archive interface {
	Keep(ctx context.Context, o order.Order) error
}

// A Service places orders.
type Service struct {
	Table   Table
	Archive Archive
}

// Place charges the customer, stores the order and queues it.
func (s *Service) Place(ctx context.Context, o order.Order) error {
	if err := charge(ctx, o); err != nil {
		return err
	}
	if err := s.Table.Put(ctx, o); err != nil {
		return err
	}
	if err := s.Archive.Keep(ctx, o); err != nil {
		return err
	}
	sender, err := queue.New(ctx) // finding: aws-client
	if err != nil {
		return err
	}
	return sender.Send(ctx, o)
}

// charge asks the payment provider for the money. The transport is where a
// client keeps its connections: a new one means a new TLS handshake.
func charge(ctx context.Context, o order.Order) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, settings.PaymentsURL(), strings.NewReader(o.JSON()))
	if err != nil {
		return err
	}
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 4}} // finding: http
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("charging order %s: %s", o.ID, resp.Status)
	}
	return nil
}
