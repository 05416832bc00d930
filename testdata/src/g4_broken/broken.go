// Package main: G4, guards that do not hold, and what is wrong with each.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var (
	client   *s3.Client
	table    *dynamodb.Client
	db       *sql.DB
	queue    *sqs.Client
	inverted *sqs.Client
	started  bool
)

func main() { lambda.Start(handle) }

func handle(ctx context.Context) error {
	if err := shadowed(ctx); err != nil {
		return err
	}
	if err := shadowedInGetter(); err != nil {
		return err
	}
	neverAssigned()
	invertedTest()
	invertedEarlyReturn()
	flagNeverSet()
	var h holder
	h.fill()
	h.byValue()
	kept.byValue()
	kept.fill()
	localOnce()
	(&factory{}).build()
	perInvocation()
	parameterGuard(nil)
	var mine *sqs.Client
	through(&mine)
	return onceInFactory()
}

// shadowed: := makes a new client in the block.
func shadowed(ctx context.Context) error {
	if client == nil {
		cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
		if err != nil {
			return err
		}
		client := s3.NewFromConfig(cfg) // want `s3\.NewFromConfig.*shadow`
		log.Print(client)
	}
	return nil
}

// shadowedInGetter: err is new, and so is db.
func shadowedInGetter() error {
	if db == nil {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want `sql\.Open.*shadow`
		if err != nil {
			return err
		}
		return db.Ping()
	}
	return nil
}

func neverAssigned() {
	if table == nil {
		t := dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New.*never assigned`
		log.Print(t)
	}
}

func invertedTest() {
	if inverted != nil {
		inverted = sqs.New(sqs.Options{}) // want `sqs\.New.*inverted`
	}
}

// invertedEarlyReturn returns when nothing is there, and builds when it is.
func invertedEarlyReturn() {
	if queue == nil {
		return
	}
	queue = sqs.New(sqs.Options{}) // want `sqs\.New.*inverted`
}

func flagNeverSet() {
	if !started {
		queue = sqs.New(sqs.Options{}) // want `sqs\.New.*never assigned`
	}
}

type holder struct{ client *s3.Client }

var kept holder

// fill is right for kept and wrong for a holder that is new in each invocation.
func (h *holder) fill() {
	if h.client == nil {
		h.client = s3.New(s3.Options{}) // want `s3\.New.*created during the invocation`
	}
}

// byValue assigns to a copy, whosoever's.
func (h holder) byValue() {
	if h.client == nil {
		h.client = s3.New(s3.Options{}) // want `s3\.New.*value receiver`
	}
}

func localOnce() {
	var once sync.Once
	once.Do(func() {
		queue = sqs.New(sqs.Options{}) // want `sqs\.New.*created during the invocation`
	})
}

// factory memoises in fields, and is itself made by the handler.
type factory struct {
	client *s3.Client
	table  *dynamodb.Client
}

func (f *factory) build() {
	f.s3()
	f.dynamo()
}

func (f *factory) s3() {
	if f.client == nil {
		f.client = s3.New(s3.Options{}) // want `s3\.New.*created during the invocation`
	}
}

func (f *factory) dynamo() {
	if f.table != nil {
		return
	}
	f.table = dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New.*created during the invocation`
}

func perInvocation() {
	var c *s3.Client
	if c == nil {
		c = s3.New(s3.Options{}) // want `s3\.New.*created during the invocation`
	}
	log.Print(c)
}

// parameterGuard: what the caller gives is the caller's, and new each time.
func parameterGuard(c *s3.Client) {
	if c == nil {
		c = s3.New(s3.Options{}) // want `s3\.New`
	}
	log.Print(c)
}

// through guards what its argument points to: the caller gives its own local.
func through(q **sqs.Client) {
	if *q == nil {
		*q = sqs.New(sqs.Options{}) // want `sqs\.New.*created during the invocation`
	}
}

type once struct {
	sync.Once
	db *sql.DB
}

func newOnce() *once { return &once{} }

// onceInFactory: made by a function, and still new in each invocation.
func onceInFactory() (err error) {
	o := newOnce()
	o.Do(func() {
		o.db, err = sql.Open("pgx", os.Getenv("DSN")) // want `sql\.Open.*created during the invocation`
	})
	return err
}
