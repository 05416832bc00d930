// Package order holds what all functions of this project agree on.
package order

import (
	"encoding/json"
	"errors"
	"fmt"
)

// ErrInvalid says that an order misses something.
var ErrInvalid = errors.New("invalid order")

// An Order is one item that one customer of one tenant bought.
type Order struct {
	ID     string `json:"id"`
	Tenant string `json:"tenant"`
	Item   string `json:"item"`
	Cents  int64  `json:"cents"`
}

// Parse reads an order from JSON and checks it.
func Parse(body string) (Order, error) {
	var o Order
	if err := json.Unmarshal([]byte(body), &o); err != nil {
		return Order{}, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	if o.ID == "" || o.Tenant == "" || o.Item == "" || o.Cents <= 0 {
		return Order{}, fmt.Errorf("%w: id, tenant, item and a price are needed", ErrInvalid)
	}
	return o, nil
}

// JSON is the reverse of Parse.
func (o Order) JSON() string {
	body, err := json.Marshal(o)
	if err != nil {
		panic(err) // strings and a number always marshal
	}
	return string(body)
}
