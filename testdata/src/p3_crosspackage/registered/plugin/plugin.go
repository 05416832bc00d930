// Package plugin adds a step of its own.
package plugin

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"example.test/lambda/p3_crosspackage/registered/runner"
)

// Setup adds the step.
func Setup() { runner.Use(count) }

func count(ctx context.Context) error {
	// What it builds is reported where main starts
	// the handler.
	sqs.New(sqs.Options{})
	return nil
}
