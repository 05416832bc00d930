// Package aws is a stub for tests: declarations only.
package aws

import (
	"net/http"

	"github.com/aws/aws-sdk-go/aws/credentials"
)

func Bool(v bool) *bool { return nil }

type Config struct {
	Credentials *credentials.Credentials
	Endpoint    *string
	Region      *string
	HTTPClient  *http.Client
	MaxRetries  *int
}

func (c *Config) WithCredentials(creds *credentials.Credentials) *Config { return nil }

func (c *Config) WithEndpoint(endpoint string) *Config { return nil }

func (c *Config) WithRegion(region string) *Config { return nil }

func (c *Config) WithMaxRetries(max int) *Config { return nil }

func NewConfig() *Config { return nil }

func String(v string) *string { return nil }

func StringValue(v *string) string { return "" }
