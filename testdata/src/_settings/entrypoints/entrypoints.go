// Package main: further entry points by setting. Run with
//
//	Config{EntryPoints: []string{"github.com/acme-inc/lambdakit.Retry(1)"}}
//
// Without it nothing is reported.
package main

import (
	"context"

	"github.com/acme-inc/lambdakit"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	_ = lambdakit.Retry(context.Background(), handle)
	lambdakit.Walk(nil, once)
}

func handle(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func once(string) { s3.New(s3.Options{}) }
