// Package main: G4, a test of a local variable is a broken guard if the variable
// is filled under it, and otherwise none.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type order struct{ ID *string }

func handle(ctx context.Context, o order) error {
	var client *s3.Client
	if client == nil {
		client = s3.New(s3.Options{}) // want `s3\.New.*because client, which is tested, is a local variable`
	}
	_ = client
	id := o.ID
	if id == nil {
		s3.New(s3.Options{}) // want `s3\.New is built again on every invocation of main\.handle: `
	}
	return nil
}

func main() { lambda.Start(handle) }
