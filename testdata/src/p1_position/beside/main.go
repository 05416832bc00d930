// Package main: P1, what a constructor builds beside what it returns moves with
// the constructor's call.
package main

import (
	"context"
	"database/sql"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/jackc/pgx/v5"
	"github.com/patrickmn/go-cache"
)

func main() { lambda.Start(handle) }

func handle(ctx context.Context, event events.SQSEvent) error {
	_, err := newStore(ctx) // want `^s3\.NewFromConfig, config\.LoadDefaultConfig, sqs\.NewFromConfig and sns\.New are built again on every invocation of main\.handle: a new TCP`
	if err != nil {
		return err
	}
	_ = forEvent(event.Records[0].MessageId) // want `^s3\.New is built`
	_ = broken()                             // want `^s3\.New is built`
	_ = once()                               // want `^s3\.New is built`
	_ = silenced()
	_ = cached()       // want `^cache\.New and s3\.New are built again on every invocation of main\.handle: for s3\.New a new TCP`
	_ = single(ctx)    // want `^pgx\.Connect is built`
	_, later := lazy() // want `^s3\.New is built`
	later()
	warn()
	return nil
}

type store struct{ objects *s3.Client }

// newStore: nothing of this is left once its call has moved.
func newStore(ctx context.Context) (*store, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	go audit(sqs.NewFromConfig(cfg))
	warn()
	return &store{s3.NewFromConfig(cfg)}, nil
}

func audit(q *sqs.Client) { _, _ = q.SendMessage(context.Background(), &sqs.SendMessageInput{}) }

// warn is called by the handler, too: moving newStore does not help that call.
func warn() { _ = sns.New(sns.Options{}) } // want `^sns\.New is built`

// forEvent: the call cannot move as it stands, so each construction is named where it is.
func forEvent(id string) *s3.Client {
	q := sqs.New(sqs.Options{}) // want `^sqs\.New is built`
	_, _ = q.SendMessage(context.Background(), &sqs.SendMessageInput{MessageBody: aws.String(id)})
	return s3.New(s3.Options{})
}

var table *dynamodb.Client

// broken: a guard that does not hold is to be mended where it stands (G4).
func broken() *s3.Client {
	if table == nil {
		table := dynamodb.New(dynamodb.Options{}) // want `shadows`
		_ = table
	}
	return s3.New(s3.Options{})
}

var db *sql.DB

// once: what a guard saves is not built again (G2).
func once() *s3.Client {
	if db == nil {
		db, _ = sql.Open("pgx", os.Getenv("DSN"))
	}
	return s3.New(s3.Options{})
}

// silenced: the call is not reported, so what it builds besides is (S1).
func silenced() *s3.Client {
	_ = sns.New(sns.Options{})  // want `^sns\.New is built`
	return s3.New(s3.Options{}) //lambdainit:ignore a test of its own
}

// cached: the dearest is named, not the first (C1).
func cached() *cache.Cache {
	c := cache.New(time.Hour, time.Hour)
	c.Set("client", s3.New(s3.Options{}), time.Hour)
	return c
}

// single: a single connection stays in the handler, so its call does not move (F4).
func single(ctx context.Context) *pgx.Conn {
	_ = sns.New(sns.Options{}) // want `^sns\.New is built`
	conn, _ := pgx.Connect(ctx, os.Getenv("DSN"))
	return conn
}

// lazy: the handler runs what it returns.
func lazy() (*s3.Client, func()) {
	return s3.New(s3.Options{}), func() {
		_ = sqs.New(sqs.Options{}) // want `^sqs\.New is built`
	}
}
