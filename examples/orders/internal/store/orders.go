// Package store keeps orders.
package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"github.com/lambdainit/lambdainit/examples/orders/internal/order"
)

// ErrNotFound says that there is no such order.
var ErrNotFound = errors.New("no such order")

// Orders is the table of orders. It takes its client from whoever builds it:
// main, which does so once.
type Orders struct {
	client *dynamodb.Client
	table  string
}

// NewOrders gives the orders in table.
func NewOrders(client *dynamodb.Client, table string) *Orders {
	return &Orders{client: client, table: table}
}

// Put writes an order.
func (s *Orders) Put(ctx context.Context, o order.Order) error {
	_, err := s.client.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String(s.table), Item: toItem(o)})
	if err != nil {
		return fmt.Errorf("writing order %s: %w", o.ID, err)
	}
	return nil
}

// Get reads an order.
func (s *Orders) Get(ctx context.Context, id string) (order.Order, error) {
	out, err := s.client.GetItem(ctx, &dynamodb.GetItemInput{
		TableName: aws.String(s.table),
		Key:       map[string]types.AttributeValue{"id": text(id)},
	})
	if err != nil {
		return order.Order{}, fmt.Errorf("reading order %s: %w", id, err)
	}
	if len(out.Item) == 0 {
		return order.Order{}, fmt.Errorf("%w: %s", ErrNotFound, id)
	}
	return fromItem(out.Item)
}

func toItem(o order.Order) map[string]types.AttributeValue {
	return map[string]types.AttributeValue{"id": text(o.ID), "order": text(o.JSON())}
}

func fromItem(item map[string]types.AttributeValue) (order.Order, error) {
	body, ok := item["order"].(*types.AttributeValueMemberS)
	if !ok {
		return order.Order{}, errors.New("an item without an order")
	}
	return order.Parse(body.Value)
}

func text(s string) types.AttributeValue { return &types.AttributeValueMemberS{Value: s} }
