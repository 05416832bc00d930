// Package main: G2 on fields of the object whose method is the handler.
package main

import (
	"context"
	"database/sql"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type handler struct {
	client *s3.Client
	queue  *sqs.Client
	store  *store
	deps
	mu sync.Mutex
}

type deps struct {
	db *sql.DB
}

type store struct {
	client *s3.Client
}

type event struct{ ID string }

func main() {
	h := &handler{store: &store{}}
	lambda.Start(h.handle)
}

func (h *handler) handle(ctx context.Context, e event) error {
	if h.client == nil {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return err
		}
		h.client = s3.NewFromConfig(cfg)
	}
	if err := h.connect(); err != nil {
		return err
	}
	if err := h.sender(ctx); err != nil {
		return err
	}
	_ = h.store.get() // the store lives as long as the handler
	(&store{}).peek()
	return h.rebuild(ctx)
}

// connect guards a promoted field.
func (h *handler) connect() (err error) {
	if h.db == nil {
		h.db, err = sql.Open("pgx", os.Getenv("DSN"))
	}
	return err
}

func (h *handler) sender(ctx context.Context) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.queue != nil {
		return nil
	}
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	h.queue = sqs.NewFromConfig(cfg)
	return nil
}

func (s *store) get() *s3.Client {
	if s.client == nil {
		s.client = s3.New(s3.Options{})
	}
	return s.client
}

// peek is called on a store that does not outlive the invocation: G4.
func (s *store) peek() {
	if s.client == nil {
		s.client = s3.New(s3.Options{}) // want `s3\.New.*created during the invocation`
	}
}

func (h *handler) rebuild(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	h.client = s3.NewFromConfig(cfg) // want `s3\.NewFromConfig`
	return nil
}
