// Package auth is a stub for tests: declarations only.
package auth

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
)

func BuildAuthToken(ctx context.Context, endpoint string, region string, dbUser string, creds aws.CredentialsProvider, optFns ...func(options *BuildAuthTokenOptions)) (string, error) {
	return "", nil
}

type BuildAuthTokenOptions struct {
}
