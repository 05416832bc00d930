// Package hard: C3, what is returned by detours.
package hard

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type store interface{ Get(context.Context) error }

type dynamoStore struct{ client *dynamodb.Client }

func (s dynamoStore) Get(ctx context.Context) error { return nil }

type memoryStore struct{}

func (memoryStore) Get(ctx context.Context) error { return nil }

// newStore builds in one case only.
func newStore() store {
	if os.Getenv("LOCAL") != "" {
		return memoryStore{}
	}
	return dynamoStore{client: dynamodb.New(dynamodb.Options{})}
}

// decorated: the decorator's constructor takes what another built.
type cached struct {
	inner store
	mu    sync.Mutex
}

func (c *cached) Get(ctx context.Context) error { return c.inner.Get(ctx) }

func newCached(inner store) store { return &cached{inner: inner} }

// viaChannel and viaClosure give a client in other ways than a result.
func viaChannel() <-chan *s3.Client {
	c := make(chan *s3.Client, 1)
	c <- s3.New(s3.Options{})
	return c
}

func viaClosure() func() *s3.Client {
	c := s3.New(s3.Options{})
	return func() *s3.Client { return c }
}

func lateClosure() func() *s3.Client {
	return func() *s3.Client { return s3.New(s3.Options{}) }
}

// retried returns the last of several.
func retried(ctx context.Context) (db *sql.DB, err error) {
	for range 3 {
		if db, err = sql.Open("pgx", os.Getenv("DSN")); err == nil {
			return db, nil
		}
	}
	return nil, errors.Join(errors.New("gave up"), err)
}

// checked uses what it built before it returns it.
func checked(ctx context.Context) (*sql.DB, error) {
	db, err := sql.Open("pgx", os.Getenv("DSN"))
	if err != nil {
		return nil, err
	}
	if err := db.PingContext(ctx); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// byVisitor hands what it built to a callback.
func byVisitor(f func(*s3.Client)) {
	f(s3.New(s3.Options{})) // want `s3\.New`
}

// clients is a map that a constructor fills in a loop.
func clients() map[string]*sqs.Client {
	m := make(map[string]*sqs.Client)
	for _, region := range []string{"eu-central-1", "us-east-1"} {
		m[region] = sqs.New(sqs.Options{Region: region})
	}
	return m
}

// method: a constructor that is a method of a factory of the invocation.
type factory struct{ table string }

func (f factory) store() store { return newCached(newStore()) }

// recursive constructors end.
func recursive(n int) *s3.Client {
	if n > 0 {
		return recursive(n - 1)
	}
	return s3.New(s3.Options{})
}

func handle(ctx context.Context, event events.SQSEvent) error {
	_ = newStore()                 // want `dynamodb\.New`
	_ = newCached(newStore())      // want `dynamodb\.New`
	_ = <-viaChannel()             // want `s3\.New`
	_ = viaClosure()()             // want `s3\.New`
	_ = lateClosure()()            // want `s3\.New`
	_, err := retried(ctx)         // want `sql\.Open`
	db, err := checked(ctx)        // want `sql\.Open`
	byVisitor(func(*s3.Client) {}) // reported where it is built
	_ = clients()["eu-central-1"]  // want `sqs\.New`
	_ = factory{"t"}.store()       // want `dynamodb\.New`
	_ = recursive(3)               // want `s3\.New`
	if err != nil {
		return err
	}
	return db.Close()
}

// onlyGot: a closure that is got and not called builds nothing.
func onlyGot(ctx context.Context, event events.SQSEvent) {
	_ = lateClosure()
}

// partly: of three results one is built.
func partly(ctx context.Context, event events.SQSEvent) {
	name, c, err := three(ctx) // want `s3\.NewFromConfig`
	_, _, _ = name, c, err
}

func three(ctx context.Context) (string, *s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return "", nil, err
	}
	return cfg.Region, s3.NewFromConfig(cfg), nil
}

// region returns a field of what it built: the config is not returned, and so
// it is the load itself that moves.
func regionOf(ctx context.Context, event events.SQSEvent) {
	_ = region(ctx)
}

func region(ctx context.Context) string {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return ""
	}
	return cfg.Region
}
