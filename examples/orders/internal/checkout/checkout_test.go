package checkout

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/lambdainit/lambdainit/examples/orders/internal/order"
)

var errFull = errors.New("full")

// full is a table that takes no more orders.
type full struct{}

func (full) Put(context.Context, order.Order) error { return errFull }

func TestPlaceStoresOnlyWhatIsPaid(t *testing.T) {
	for status, stored := range map[int]bool{http.StatusOK: true, http.StatusPaymentRequired: false} {
		payments := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(status)
		}))
		defer payments.Close()
		t.Setenv("PAYMENTS_URL", payments.URL)

		service := &Service{Table: full{}}
		err := service.Place(t.Context(), order.Order{ID: "1"})
		if err == nil || errors.Is(err, errFull) != stored {
			t.Errorf("Place when the provider answers %d: %v", status, err)
		}
	}
}
