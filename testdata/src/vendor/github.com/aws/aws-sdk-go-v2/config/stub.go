// Package config is a stub for tests: declarations only.
package config

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
)

type HTTPClient interface {
	stub()
}

func LoadDefaultConfig(ctx context.Context, optFns ...func(*LoadOptions) error) (cfg aws.Config, err error) {
	return
}

type LoadOptions struct {
	Region      string
	Credentials aws.CredentialsProvider
}

type LoadOptionsFunc func(*LoadOptions) error

func WithBaseEndpoint(v string) LoadOptionsFunc { return nil }

func WithCredentialsProvider(v aws.CredentialsProvider) LoadOptionsFunc { return nil }

func WithEndpointResolverWithOptions(v aws.EndpointResolverWithOptions) LoadOptionsFunc { return nil }

func WithHTTPClient(v HTTPClient) LoadOptionsFunc { return nil }

func WithRegion(v string) LoadOptionsFunc { return nil }

func WithRetryMaxAttempts(v int) LoadOptionsFunc { return nil }

func WithSharedConfigProfile(v string) LoadOptionsFunc { return nil }
