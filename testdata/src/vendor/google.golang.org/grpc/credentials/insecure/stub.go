// Package insecure is a stub for tests: declarations only.
package insecure

import (
	"google.golang.org/grpc/credentials"
)

func NewCredentials() credentials.TransportCredentials { return nil }
