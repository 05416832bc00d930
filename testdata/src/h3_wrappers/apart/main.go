// Package main: H3 with the wrapper in another package of the module: its
// closure is reported where it becomes part of the handler.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.test/lambda/h3_wrappers/apart/mw"
)

func main() {
	switch os.Getenv("HANDLER") {
	case "logged":
		lambda.Start(mw.Logged(logged))
	case "authorized":
		lambda.Start(mw.Authorized(quiet, "reader")) // want `ssm\.New`
	case "chain":
		lambda.Start(mw.Chain(chained, mw.Logged, mw.Counted))
	}
}

func logged(ctx context.Context, in string) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func quiet(ctx context.Context, in string) error { return nil }

func chained(ctx context.Context, in string) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}
