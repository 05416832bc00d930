package store

import (
	"testing"

	"github.com/lambdainit/lambdainit/examples/orders/internal/order"
)

func TestItemRoundTrip(t *testing.T) {
	want := order.Order{ID: "1", Tenant: "acme", Item: "anvil", Cents: 1999}
	got, err := fromItem(toItem(want))
	if err != nil || got != want {
		t.Errorf("fromItem(toItem(%v)) = %v, %v", want, got, err)
	}
}
