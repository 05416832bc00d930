// Package position: P1, a diagnostic stands on the call that has to move.
package position

import (
	"context"
	"database/sql"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// inBody: the catalogue calls themselves, two of them.
func inBody(ctx context.Context, event events.SQSEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	_ = s3.NewFromConfig(cfg) // want `s3\.NewFromConfig`
	return nil
}

// byConstructor: one call, one diagnostic, that names all that is built.
func byConstructor(ctx context.Context, event events.SQSEvent) error {
	c, err := newClients(ctx) // want `s3\.NewFromConfig.*dynamodb\.NewFromConfig|dynamodb\.NewFromConfig.*s3\.NewFromConfig`
	if err != nil {
		return err
	}
	_ = c
	return nil
}

type clients struct {
	objects *s3.Client
	table   *dynamodb.Client
}

func newClients(ctx context.Context) (*clients, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return &clients{objects: s3.NewFromConfig(cfg), table: dynamodb.NewFromConfig(cfg)}, nil
}

// multiLine: the diagnostic stands where the call begins.
func multiLine(ctx context.Context, event events.SQSEvent) error {
	db, err := sql.Open( // want `sql\.Open`
		"pgx",
		os.Getenv("DSN"),
	)
	if err != nil {
		return err
	}
	client := &http.Client{
		Transport: &http.Transport{ // want `http\.Transport`
			MaxIdleConns: 4,
		},
	}
	_ = client
	return db.Ping()
}

// side: a constructor that also builds something it does not return. That
// moves with the call.
func side(ctx context.Context, event events.SQSEvent) {
	_ = withSide() // want `s3\.New and dynamodb\.New`
}

func withSide() *s3.Client {
	audit()
	return s3.New(s3.Options{})
}

func audit() {
	_ = dynamodb.New(dynamodb.Options{})
}

// middle neither returns the client nor builds it: the call in it moves.
func middle(ctx context.Context, event events.SQSEvent) {
	list(ctx)
}

func list(ctx context.Context) {
	c := build() // want `s3\.New`
	_, _ = c.ListBuckets(ctx, &s3.ListBucketsInput{})
}

func build() *s3.Client { return s3.New(s3.Options{}) }
