// Package structs: C3, the constructed value is returned inside something.
package structs

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// Repository keeps orders.
type Repository interface{ Save(context.Context) error }

type repository struct {
	client *dynamodb.Client
	table  string
}

func (r *repository) Save(ctx context.Context) error {
	_, err := r.client.PutItem(ctx, &dynamodb.PutItemInput{TableName: &r.table})
	return err
}

// NewRepository hides an unexported type behind an interface.
func NewRepository(ctx context.Context) (Repository, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return &repository{client: dynamodb.NewFromConfig(cfg), table: os.Getenv("TABLE")}, nil
}

type service struct {
	repo  Repository
	queue *sqs.Client
}

func newService(ctx context.Context) (*service, error) {
	repo, err := NewRepository(ctx)
	if err != nil {
		return nil, err
	}
	return &service{repo: repo, queue: sqs.New(sqs.Options{})}, nil
}

// app is filled field by field.
type app struct {
	s3    *s3.Client
	db    *sql.DB
	inner struct{ svc *service }
}

func newApp(ctx context.Context) (*app, error) {
	a := new(app)
	a.s3 = s3.New(s3.Options{})
	db, err := sql.Open("pgx", os.Getenv("DSN"))
	if err != nil {
		return nil, err
	}
	a.db = db
	if a.inner.svc, err = newService(ctx); err != nil {
		return nil, err
	}
	return a, nil
}

type value struct{ c *s3.Client }

func byValue() value { return value{s3.New(s3.Options{})} }

type embedded struct {
	*s3.Client
	name string
}

func newEmbedded() embedded { return embedded{Client: s3.New(s3.Options{}), name: "x"} }

type pair[A, B any] struct {
	first  A
	second B
}

func newPair() pair[*s3.Client, *sqs.Client] {
	return pair[*s3.Client, *sqs.Client]{s3.New(s3.Options{}), sqs.New(sqs.Options{})}
}

func handle(ctx context.Context, event events.APIGatewayProxyRequest) error {
	a, err := newApp(ctx) // want `s3\.New`
	if err != nil {
		return err
	}
	_ = byValue()                   // want `s3\.New`
	_ = newEmbedded()               // want `s3\.New`
	_ = newPair()                   // want `s3\.New`
	repo, err := NewRepository(ctx) // want `dynamodb\.NewFromConfig`
	if err != nil {
		return err
	}
	svc := service{repo: repo, queue: sqs.New(sqs.Options{})} // want `sqs\.New`
	_ = svc
	return a.inner.svc.repo.Save(ctx)
}

// Near misses: structs around what already exists.

var client = dynamodb.New(dynamodb.Options{})

func wrap(c *dynamodb.Client) Repository { return &repository{client: c} }

func existing(ctx context.Context, event events.SQSEvent) error {
	return wrap(client).Save(ctx)
}

// inline: the struct is new per event, the client should not be.
func inline(ctx context.Context, event events.SQSEvent) error {
	return wrap(dynamodb.New(dynamodb.Options{})).Save(ctx) // want `dynamodb\.New`
}
