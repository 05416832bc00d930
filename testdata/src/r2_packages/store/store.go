// Package store is at the bottom: no events, no entry point.
package store

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

var shared = dynamodb.New(dynamodb.Options{})

// Save builds a client for each call.
func Save(ctx context.Context, id string) error {
	client := dynamodb.New(dynamodb.Options{})
	_, err := client.PutItem(ctx, &dynamodb.PutItemInput{TableName: &id})
	return err
}

// Audit builds one of its own.
func Audit(ctx context.Context, id string) error {
	_, err := dynamodb.New(dynamodb.Options{Region: "audit"}).PutItem(ctx, &dynamodb.PutItemInput{TableName: &id})
	return err
}

// Load uses the one that exists.
func Load(ctx context.Context, id string) error {
	_, err := shared.GetItem(ctx, &dynamodb.GetItemInput{TableName: &id})
	return err
}

// Walk calls f.
func Walk(ctx context.Context, f func(id string) error) error {
	return errors.Join(f("a"), f("b"))
}

// Recurse ends.
func Recurse(ctx context.Context, n int) error {
	if n == 0 {
		dynamodb.New(dynamodb.Options{Region: "zero"})
		return nil
	}
	return Recurse(ctx, n-1)
}

// T has methods.
type T[K comparable] struct{ keys []K }

// Each is generic.
func (t T[K]) Each(ctx context.Context, f func(K)) {
	for _, k := range t.keys {
		f(k)
	}
	dynamodb.New(dynamodb.Options{Region: "each"})
}
