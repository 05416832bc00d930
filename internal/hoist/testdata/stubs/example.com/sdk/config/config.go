// Package config stands for the SDK's configuration.
package config

import (
	"context"

	"example.com/sdk/aws"
)

type LoadOptions struct{ Region string }

func LoadDefaultConfig(ctx context.Context, opts ...func(*LoadOptions) error) (aws.Config, error) {
	return aws.Config{}, nil
}

func WithRegion(region string) func(*LoadOptions) error { return nil }
