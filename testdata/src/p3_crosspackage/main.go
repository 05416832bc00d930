// Package main: P3, drivers that see one package report on the last call
// inside it, and name file:line of the call to move.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"

	"example.test/lambda/p3_crosspackage/store"
)

func main() {
	lambda.Start(store.Handle) // reported in its own package
	lambda.Start(handle)
}

func handle(ctx context.Context) error {
	if err := store.Save(ctx, "x"); err != nil { // want `config\.LoadDefaultConfig.*store\.go:15` `dynamodb\.NewFromConfig.*store\.go:19`
		return err
	}
	_ = store.New() // want `s3\.New`
	return nil
}
