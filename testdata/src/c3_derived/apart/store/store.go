// Package store has a constructor and what uses it, and no handler.
package store

import (
	"context"
	"database/sql"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// Store is what callers get.
type Store interface {
	Put(ctx context.Context, id string) error
}

type store struct{ client *dynamodb.Client }

// New builds config and client.
func New(ctx context.Context) (Store, error) {
	client, err := connect(ctx)
	if err != nil {
		return nil, err
	}
	return &store{client}, nil
}

func connect(ctx context.Context) (*dynamodb.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return dynamodb.NewFromConfig(cfg), nil
}

func (s *store) Put(ctx context.Context, id string) error {
	_, err := s.client.PutItem(ctx, &dynamodb.PutItemInput{})
	return err
}

// Audit opens a database for each entry.
func Audit(ctx context.Context, text string) error {
	db, err := sql.Open("pgx", "host=audit")
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "insert into audit values ($1)", text)
	return err
}

// With is given what others built.
func With(c *dynamodb.Client) Store { return &store{c} }
