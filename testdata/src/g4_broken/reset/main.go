// Package main: G4, storage that the function itself empties each time.
package main

import (
	"context"
	"database/sql"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

var (
	before   *s3.Client
	deferred *sqs.Client
	closed   *sql.DB
	kept     *sql.DB
	atEnd    *sns.Client
	busy     bool
	onError  *s3.Client
	stale    *sqs.Client
	since    time.Time
)

func emptiedBefore() {
	before = nil
	if before == nil {
		before = s3.New(s3.Options{}) // want `s3\.New.*before is emptied by the same function each time`
	}
}

func emptiedByDefer() {
	defer func() { deferred = nil }()
	if deferred == nil {
		deferred = sqs.New(sqs.Options{}) // want `sqs\.New.*deferred is emptied by the same function each time`
	}
}

func emptiedByDeferBehind() (err error) {
	if closed == nil {
		if closed, err = sql.Open("pgx", os.Getenv("DSN")); err != nil { // want `sql\.Open.*closed is emptied by the same function each time`
			return err
		}
	}
	defer func() {
		closed.Close()
		closed = nil
	}()
	return nil
}

// emptiedByDeferOnError defers it for some of the events only.
func emptiedByDeferOnError(ctx context.Context) (err error) {
	if kept == nil {
		if kept, err = sql.Open("pgx", os.Getenv("DSN")); err != nil {
			return err
		}
	}
	if err := kept.PingContext(ctx); err != nil {
		defer func() { kept = nil }()
		return err
	}
	return nil
}

func emptiedAtEnd(ctx context.Context) error {
	if atEnd == nil {
		atEnd = sns.New(sns.Options{}) // want `sns\.New.*atEnd is emptied by the same function each time`
	}
	err := ctx.Err()
	atEnd = nil
	return err
}

// locked sets its flag for as long as it runs.
func locked() {
	if busy {
		return
	}
	busy = true
	defer func() { busy = false }()
	_ = ssm.New(ssm.Options{}) // want `ssm\.New`
}

// emptiedOnError builds again after a failure only.
func emptiedOnError(ctx context.Context) error {
	if onError == nil {
		onError = s3.New(s3.Options{})
	}
	if _, err := onError.ListBuckets(ctx, &s3.ListBucketsInput{}); err != nil {
		onError = nil
		return err
	}
	return nil
}

// emptiedWhenStale builds again once an hour.
func emptiedWhenStale() {
	if time.Since(since) > time.Hour {
		stale = nil
	}
	if stale == nil {
		stale, since = sqs.New(sqs.Options{}), time.Now()
	}
}

func handle(ctx context.Context) error {
	emptiedBefore()
	emptiedByDefer()
	if err := emptiedByDeferBehind(); err != nil {
		return err
	}
	if err := emptiedByDeferOnError(ctx); err != nil {
		return err
	}
	locked()
	emptiedWhenStale()
	if err := emptiedAtEnd(ctx); err != nil {
		return err
	}
	return emptiedOnError(ctx)
}

func main() { lambda.Start(handle) }
