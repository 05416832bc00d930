// Package options is a stub for tests: declarations only.
package options

func Client() *ClientOptions { return nil }

type ClientOptions struct {
}

func (c *ClientOptions) ApplyURI(uri string) *ClientOptions { return nil }

func (c *ClientOptions) SetMaxPoolSize(u uint64) *ClientOptions { return nil }

type CollectionOptions struct {
}

type DatabaseOptions struct {
}

type FindOneOptions struct {
}

type InsertOneOptions struct {
}
