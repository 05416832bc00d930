// Package main: G4 near misses, guards that look like the broken ones.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var (
	client *s3.Client
	db     *sql.DB
	queue  *sqs.Client
	table  *sqs.Client
)

type holder struct {
	client *s3.Client
	once   *sync.Once
}

// value is a copy, but what it points to is shared.
type value struct{ shared *holder }

func main() {
	lambda.Start(value{shared: &holder{once: &sync.Once{}}}.handle)
}

func (v value) handle(ctx context.Context) error {
	if client == nil {
		client, err := build(ctx) // a new client, kept all the same
		if err != nil {
			return err
		}
		setClient(client)
	}
	if db == nil {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // shadows, and is stored through the helper
		if err != nil {
			return err
		}
		keep(db)
	}
	if v.shared.client == nil {
		v.shared.client = s3.New(s3.Options{})
	}
	v.shared.once.Do(func() { queue = sqs.New(sqs.Options{}) })
	h := v.shared // a local name of what outlives the invocation
	if h.client == nil {
		h.client = s3.New(s3.Options{})
	}
	if queue != nil && table == nil { // not inverted: the second test counts
		table = sqs.New(sqs.Options{})
	}
	assign(&queue)
	log.Print("done")
	return nil
}

func build(ctx context.Context) (*s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return s3.NewFromConfig(cfg), nil
}

func setClient(c *s3.Client) { client = c }

func keep(d *sql.DB) { db = d }

// assign guards what its argument points to: the caller gives package storage.
func assign(q **sqs.Client) {
	if *q == nil {
		*q = sqs.New(sqs.Options{})
	}
}
