// Package runner starts what others registered.
package runner

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// A Step is one step of each invocation.
type Step func(context.Context) error

var steps []Step

// Use adds a step.
func Use(s Step) { steps = append(steps, s) }

// Start starts the handler.
func Start() { lambda.Start(handle) }

func handle(ctx context.Context) error {
	for _, s := range steps {
		if err := s(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Checked is a step.
func Checked(ctx context.Context) error {
	// What the step builds stands here, though nothing
	// in this package says that the step is used.
	s3.New(s3.Options{})
	return nil
}

// Unused is a step that nobody adds.
func Unused(ctx context.Context) error {
	s3.New(s3.Options{})
	return nil
}
