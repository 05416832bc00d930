// Package types is a stub for tests: declarations only.
package types

type AttributeValue interface {
	stub()
}

type AttributeValueMemberS struct {
	Value string
}
