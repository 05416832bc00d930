// Package credentials is a stub for tests: declarations only.
package credentials

type Credentials struct {
}

func (c *Credentials) Get() (Value, error) { return Value{}, nil }

func NewEnvCredentials() *Credentials { return nil }

func NewStaticCredentials(id string, secret string, token string) *Credentials { return nil }

type Value struct {
	AccessKeyID string
}
