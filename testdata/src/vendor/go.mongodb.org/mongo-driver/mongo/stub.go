// Package mongo is a stub for tests: declarations only.
package mongo

import (
	"context"

	"go.mongodb.org/mongo-driver/mongo/options"
	"go.mongodb.org/mongo-driver/mongo/readpref"
)

type Client struct {
}

func (c *Client) Connect(ctx context.Context) error { return nil }

func (c *Client) Disconnect(ctx context.Context) error { return nil }

func (c *Client) Ping(ctx context.Context, rp *readpref.ReadPref) error { return nil }

func (c *Client) Database(name string, opts ...*options.DatabaseOptions) *Database { return nil }

type Collection struct {
}

func (coll *Collection) InsertOne(ctx context.Context, document interface{}, opts ...*options.InsertOneOptions) (*InsertOneResult, error) {
	return nil, nil
}

func (coll *Collection) FindOne(ctx context.Context, filter interface{}, opts ...*options.FindOneOptions) *SingleResult {
	return nil
}

func Connect(ctx context.Context, opts ...*options.ClientOptions) (*Client, error) { return nil, nil }

type Database struct {
}

func (db *Database) Collection(name string, opts ...*options.CollectionOptions) *Collection {
	return nil
}

type InsertOneResult struct {
}

func NewClient(opts ...*options.ClientOptions) (*Client, error) { return nil, nil }

type SingleResult struct {
}

func (sr *SingleResult) Decode(v interface{}) error { return nil }
