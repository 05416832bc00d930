// Package auth stands for the maker of IAM tokens.
package auth

import "context"

func BuildAuthToken(ctx context.Context, endpoint, user string) (string, error) { return "", nil }

func NewAuthToken(endpoint string) string { return "" }
