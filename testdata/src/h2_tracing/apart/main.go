// Package main: H2 with the handlers in another package; the registration is
// the last call in this package on the way (P3).
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"

	"example.test/lambda/h2_tracing/apart/orders"
)

func main() {
	switch os.Getenv("HANDLER") {
	case "func":
		lambda.Start(orders.Handle) // want `s3\.New`
	case "method":
		lambda.Start(orders.New().Serve) // want `sqs\.New`
	case "local":
		api := orders.New()
		h := api.Serve
		lambda.Start(h) // the same call to move as above: one diagnostic (P4)
	case "factory":
		lambda.Start(orders.Factory()) // want `sns\.New`
	case "var":
		lambda.Start(orders.Var) // want `sns\.New`
	case "quiet":
		lambda.Start(orders.Quiet)
	case "hidden":
		lambda.StartHandler(orders.Hidden()) // want `sqs\.New`
	case "around":
		lambda.Start(func(ctx context.Context, o orders.Order) error {
			return orders.Handle(ctx, o) // likewise
		})
	}
}
