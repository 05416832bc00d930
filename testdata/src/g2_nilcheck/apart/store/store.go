// Package store guards its own variable, or leaves that to its callers.
package store

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// DB is set by Init.
var DB *sql.DB

var client *dynamodb.Client

// Client builds once.
func Client(ctx context.Context) (*dynamodb.Client, error) {
	if client == nil {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return nil, err
		}
		client = dynamodb.NewFromConfig(cfg)
	}
	return client, nil
}

// Init builds on every call.
func Init() error {
	d, err := sql.Open("pgx", os.Getenv("DSN"))
	if err != nil {
		return err
	}
	DB = d
	return nil
}

// Ready reports whether Init was called.
func Ready() bool { return DB != nil }

// Store is lazy: who keeps the Store keeps the client.
type Store struct {
	client *dynamodb.Client
}

// Get builds once per Store.
func (s *Store) Get(ctx context.Context) (*dynamodb.Client, error) {
	if s.client != nil {
		return s.client, nil
	}
	s.client = dynamodb.New(dynamodb.Options{Region: os.Getenv("AWS_REGION")})
	return s.client, nil
}
