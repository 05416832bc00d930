// Package main: R2, across the packages of the module. What lies in another
// package is reported on the last call inside this one (P3).
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.test/lambda/r2_packages/service"
	"example.test/lambda/r2_packages/store"
)

type event struct{ ID string }

var svc = service.New()

func main() {
	_ = store.Save(context.Background(), "warm-up") // once
	lambda.Start(handle)
}

func handle(ctx context.Context, e event) error {
	if err := svc.Place(ctx, e.ID); err != nil { // want `dynamodb\.New`
		return err
	}
	if err := svc.Show(ctx, e.ID); err != nil {
		return err
	}
	if err := store.Load(ctx, e.ID); err != nil {
		return err
	}
	if err := store.Walk(ctx, func(id string) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	}); err != nil {
		return err
	}
	store.T[string]{}.Each(ctx, func(string) {}) // want `dynamodb\.New`
	go audit(ctx, e.ID)
	return store.Recurse(ctx, 2) // want `dynamodb\.New`
}

func audit(ctx context.Context, id string) {
	_ = store.Audit(ctx, id) // want `dynamodb\.New`
}
