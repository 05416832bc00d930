// Package getter: G2 in a function that the handler calls, and in one that
// calls the function that builds.
package getter

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sqs"
)

var (
	table *dynamodb.Client
	queue *sqs.SQS
	db    *sql.DB
	conns struct {
		read, write *sql.DB
	}
)

func handle(ctx context.Context, event events.APIGatewayProxyRequest) error {
	if _, err := client(ctx); err != nil {
		return err
	}
	if err := connect(); err != nil {
		return err
	}
	if queue == nil {
		setup()
	}
	if err := ensure(ctx); err != nil {
		return err
	}
	openBoth()
	_, err := named(ctx)
	return err
}

// client is the early-return getter.
func client(ctx context.Context) (*dynamodb.Client, error) {
	if table != nil {
		return table, nil
	}
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, fmt.Errorf("config: %w", err)
	}
	table = dynamodb.NewFromConfig(cfg)
	return table, nil
}

// connect returns a nil error early.
func connect() error {
	if db != nil {
		return nil
	}
	var err error
	if db, err = sql.Open("pgx", os.Getenv("DSN")); err != nil {
		return err
	}
	return nil
}

// setup itself tests nothing: its only caller does.
func setup() {
	sess := session.Must(session.NewSession())
	queue = sqs.New(sess)
}

// ensure stands two calls above the construction.
func ensure(ctx context.Context) error {
	if conns.read != nil {
		return nil
	}
	return openRead()
}

func openRead() error {
	return assign(os.Getenv("READ_DSN"))
}

func assign(dsn string) error {
	d, err := sql.Open("pgx", dsn)
	if err != nil {
		return err
	}
	conns.read = d
	return nil
}

func openBoth() {
	if conns.write == nil {
		conns.write = open("WRITE_DSN")
	}
}

func open(env string) *sql.DB {
	d, err := sql.Open("pgx", os.Getenv(env))
	if err != nil {
		panic(err)
	}
	return d
}

var cached *dynamodb.Client

func named(ctx context.Context) (c *dynamodb.Client, err error) {
	if c = cached; c != nil {
		return
	}
	defer func() {
		if err == nil {
			cached = c
		}
	}()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return dynamodb.NewFromConfig(cfg), nil
}

// Near misses.

func twoWays(ctx context.Context, event events.SNSEvent) {
	if queue == nil {
		reset()
	}
	reset() // the same function, once guarded and once not: reported where it builds
}

func reset() {
	queue = sqs.New(session.Must(session.NewSession())) // want `sqs\.New` `session\.NewSession`
}

func fresh(ctx context.Context, event events.SNSEvent) error {
	// The early return tests something that the function never assigns.
	if os.Getenv("DISABLED") != "" {
		return errors.New("disabled")
	}
	var err error
	db, err = sql.Open("pgx", os.Getenv("DSN")) // want `sql\.Open`
	return err
}
