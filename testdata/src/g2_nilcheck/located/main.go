// Package main: G1, G2, handlers of another package work with what main made.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.test/lambda/g2_nilcheck/located/app"
	"example.test/lambda/g2_nilcheck/located/routes"
)

func main() {
	app.Boot()
	deps := &routes.Deps{}
	lambda.Start(func(ctx context.Context, event events.SQSEvent) error {
		return routes.Handle(ctx, event, deps)
	})
}
