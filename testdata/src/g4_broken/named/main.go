// Package main: G4, broken guards of caches, atomics, pools and onces are named,
// on the construction.
package main

import (
	"context"
	"database/sql"
	"os"
	"sync"
	"sync/atomic"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	lru "github.com/hashicorp/golang-lru/v2"
)

var (
	byName, other = map[string]*s3.Client{}, map[string]*s3.Client{}
	recent, _     = lru.New[string, *sqs.Client](8)
	current       atomic.Pointer[sns.Client]
)

func handle(ctx context.Context) error {
	if _, ok := byName["a"]; !ok {
		other["a"] = s3.New(s3.Options{}) // want `s3\.New.*byName is tested but never assigned`
	}
	queue, ok := recent.Get("a")
	if !ok {
		queue = sqs.New(sqs.Options{}) // want `sqs\.New.*what Get\(\) reads is tested but never assigned`
	}
	_ = queue
	topic := current.Load()
	if topic == nil {
		topic = sns.New(sns.Options{}) // want `sns\.New.*current is tested but never assigned`
	}
	_ = topic

	local := sync.Pool{New: func() any { return s3.New(s3.Options{}) }} // want `s3\.New.*sync\.Pool is itself created during the invocation`
	defer local.Put(local.Get())
	kept := shared.Get()
	defer shared.Put(kept)
	_, err := store.open()
	return err
}

var shared = sync.Pool{New: func() any { return s3.New(s3.Options{}) }}

// A lazyDB is copied with its once for each call.
type lazyDB struct {
	once sync.Once
	db   *sql.DB
	err  error
}

func (l lazyDB) open() (*sql.DB, error) {
	l.once.Do(func() {
		l.db, l.err = sql.Open("pgx", os.Getenv("DSN")) // want `sql\.Open.*sync\.Once is itself created during the invocation`
	})
	return l.db, l.err
}

var store lazyDB

func main() { lambda.Start(handle) }
