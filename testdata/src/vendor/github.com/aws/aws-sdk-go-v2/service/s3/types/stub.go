// Package types is a stub for tests: declarations only.
package types

type Bucket struct {
	Name *string
}

type Object struct {
	Key *string
}
