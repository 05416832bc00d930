// Package client is a stub for tests: declarations only.
package client

import (
	"github.com/aws/aws-sdk-go/aws"
)

type Client struct {
}

type Config struct {
}

type ConfigProvider interface {
	ClientConfig(serviceName string, cfgs ...*aws.Config) Config
}
