// Package aws is a stub for tests: declarations only.
package aws

import (
	"context"
	"net/http"

	"github.com/aws/smithy-go/middleware"
)

type AnonymousCredentials struct {
}

func (_ AnonymousCredentials) Retrieve(context.Context) (Credentials, error) {
	return Credentials{}, nil
}

func Bool(v bool) *bool { return nil }

type Config struct {
	Region                      string
	Credentials                 CredentialsProvider
	HTTPClient                  HTTPClient
	EndpointResolverWithOptions EndpointResolverWithOptions
	RetryMaxAttempts            int
	APIOptions                  []func(*middleware.Stack) error
	BaseEndpoint                *string
}

func (c Config) Copy() Config { return Config{} }

type Credentials struct {
	AccessKeyID     string
	SecretAccessKey string
	SessionToken    string
}

type CredentialsCache struct {
}

func (p *CredentialsCache) Retrieve(ctx context.Context) (Credentials, error) {
	return Credentials{}, nil
}

type CredentialsCacheOptions struct {
}

type CredentialsProvider interface {
	Retrieve(ctx context.Context) (Credentials, error)
}

type CredentialsProviderFunc func(context.Context) (Credentials, error)

func (fn CredentialsProviderFunc) Retrieve(ctx context.Context) (Credentials, error) {
	return Credentials{}, nil
}

type Endpoint struct {
	URL           string
	SigningRegion string
}

type EndpointResolverWithOptions interface {
	ResolveEndpoint(service string, region string, options ...interface{}) (Endpoint, error)
}

type EndpointResolverWithOptionsFunc func(service string, region string, options ...interface{}) (Endpoint, error)

func (e EndpointResolverWithOptionsFunc) ResolveEndpoint(service string, region string, options ...interface{}) (Endpoint, error) {
	return Endpoint{}, nil
}

type HTTPClient interface {
	Do(*http.Request) (*http.Response, error)
}

func Int32(v int32) *int32 { return nil }

func NewConfig() *Config { return nil }

func NewCredentialsCache(provider CredentialsProvider, optFns ...func(options *CredentialsCacheOptions)) *CredentialsCache {
	return nil
}

func String(v string) *string { return nil }

func ToString(p *string) (v string) { return }
