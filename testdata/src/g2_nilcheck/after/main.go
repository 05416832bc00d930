// Package main: G2, storage that is assigned after the test, and tests that ask
// others.
package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var (
	objects *s3.Client
	queue   *sqs.Client
	ready   bool
	db      *sql.DB
	topic   *sns.Client
	lost    *sns.Client
	held    holder
	opener  lazy = &pool{}
	closed  lazy = &forgetful{}
)

// storedAfter builds under the test and stores behind it.
func storedAfter() *s3.Client {
	c := objects
	if c == nil {
		c = s3.New(s3.Options{})
	}
	objects = c
	return c
}

// deferredFlag sets its flag when it returns.
func deferredFlag() {
	defer func() { ready = true }()
	if !ready {
		queue = sqs.New(sqs.Options{})
	}
}

// alive computes something from the storage.
func alive(ctx context.Context) bool { return db != nil && db.PingContext(ctx) == nil }

func connect(ctx context.Context) (err error) {
	if alive(ctx) {
		return nil
	}
	db, err = sql.Open("pgx", os.Getenv("DSN"))
	return err
}

// A holder is tested through a method that calls another.
type holder struct{ topic *sns.Client }

func (h *holder) get() *sns.Client  { return h.topic }
func (h *holder) has() bool         { return h.get() != nil }
func (h *holder) set(c *sns.Client) { h.topic = c }

// lazy is asked and opened through an interface.
type lazy interface {
	Open() error
	Done() bool
}

type pool struct{ db *sql.DB }

func (p *pool) Done() bool { return p.db != nil }
func (p *pool) Open() (err error) {
	p.db, err = sql.Open("pgx", os.Getenv("DSN"))
	return err
}

// A forgetful lazy does not keep what it opens.
type forgetful struct{ db *sql.DB }

func (f *forgetful) Done() bool { return f.db != nil }
func (f *forgetful) Open() error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want `sql\.Open`
	if err != nil {
		return err
	}
	return db.Ping()
}

func handle(ctx context.Context) error {
	if !held.has() {
		held.set(sns.New(sns.Options{}))
	}
	if !opener.Done() {
		if err := opener.Open(); err != nil {
			return err
		}
	}
	if !closed.Done() {
		if err := closed.Open(); err != nil {
			return err
		}
	}
	if lost == nil {
		topic = sns.New(sns.Options{}) // want `sns\.New.*lost is tested but never assigned`
	}
	storedAfter()
	deferredFlag()
	return connect(ctx)
}

func main() { lambda.Start(handle) }
