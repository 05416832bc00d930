// Package types is a stub for tests: declarations only.
package types

type Credentials struct {
	AccessKeyId     *string
	SecretAccessKey *string
	SessionToken    *string
}
