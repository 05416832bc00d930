// Package stscreds is a stub for tests: declarations only.
package stscreds

import (
	"github.com/aws/aws-sdk-go/aws/client"
	"github.com/aws/aws-sdk-go/aws/credentials"
)

type AssumeRoleProvider struct {
}

func NewCredentials(c client.ConfigProvider, roleARN string, options ...func(*AssumeRoleProvider)) *credentials.Credentials {
	return nil
}
