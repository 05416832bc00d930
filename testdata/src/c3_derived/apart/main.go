// Package main: C3 over package borders (facts).
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"example.test/lambda/c3_derived/apart/app"
	"example.test/lambda/c3_derived/apart/store"
)

type event struct{ ID string }

var kept store.Store

func main() {
	a, err := app.New(context.Background())
	if err != nil {
		panic(err)
	}
	kept = a.Store
	lambda.Start(handle)
}

func handle(ctx context.Context, e event) error {
	s, err := store.New(ctx) // want `dynamodb\.NewFromConfig`
	if err != nil {
		return err
	}
	a, err := app.New(ctx) // want `dynamodb\.NewFromConfig`
	if err != nil {
		return err
	}
	if err := a.Store.Put(ctx, e.ID); err != nil {
		return err
	}
	if err := store.With(dynamodb.New(dynamodb.Options{})).Put(ctx, e.ID); err != nil { // want `dynamodb\.New`
		return err
	}
	if err := kept.Put(ctx, e.ID); err != nil {
		return err
	}
	if err := store.Audit(ctx, e.ID); err != nil { // want `sql\.Open`
		return err
	}
	return s.Put(ctx, e.ID)
}
