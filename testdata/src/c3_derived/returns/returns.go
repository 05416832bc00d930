// Package returns: C3, a function that returns what it built is a constructor
// for its callers; the diagnostic stands on the call of the first function
// that does not return it further (P1).
package returns

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	single()                     // want `s3\.New`
	_, err := withError(ctx)     // want `s3\.NewFromConfig`
	_, _, err = two(ctx)         // want `s3\.NewFromConfig`
	_, err = named(ctx)          // want `dynamodb\.NewFromConfig`
	_ = throughThree()           // want `s3\.New`
	_ = byInterface()            // want `s3\.New`
	_ = pointerToPointer()       // want `s3\.New`
	_ = asAny()                  // want `s3\.New`
	_ = inSlice()                // want `s3\.New`
	_ = inMap()                  // want `s3\.New`
	_ = must(withError(ctx))     // want `s3\.NewFromConfig`
	_ = must1(sql.Open("p", "")) // want `sql\.Open`
	_ = generic[s3.Client](ctx)  // want `s3\.New`
	_ = either("a" < os.Args[0]) // want `s3\.New`
	_ = deferred()               // want `s3\.New`
	_ = onPanic()                // want `s3\.New`
	_ = http2()                  // want `http\.Transport`
	return errors.Join(err, cfgOnly(ctx))
}

func single() *s3.Client { return s3.New(s3.Options{}) }

func withError(ctx context.Context) (*s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, fmt.Errorf("config: %w", err)
	}
	client := s3.NewFromConfig(cfg)
	return client, nil
}

// two builds two clients from one config: one call to move.
func two(ctx context.Context) (*s3.Client, *sqs.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, nil, err
	}
	return s3.NewFromConfig(cfg), sqs.NewFromConfig(cfg), nil
}

func named(ctx context.Context) (table *dynamodb.Client, err error) {
	var cfg aws.Config
	if cfg, err = config.LoadDefaultConfig(ctx); err != nil {
		return
	}
	table = dynamodb.NewFromConfig(cfg)
	return
}

func throughThree() *s3.Client { return second() }

func second() *s3.Client {
	c := third()
	return c
}

func third() *s3.Client { return single() }

type lister interface {
	ListBuckets(context.Context, *s3.ListBucketsInput, ...func(*s3.Options)) (*s3.ListBucketsOutput, error)
}

func byInterface() lister { return single() }

func pointerToPointer() **s3.Client {
	c := single()
	return &c
}

func asAny() any { return single() }

func inSlice() []*s3.Client { return []*s3.Client{single()} }

func inMap() map[string]*s3.Client {
	m := map[string]*s3.Client{}
	m["default"] = single()
	return m
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func must1(db *sql.DB, err error) *sql.DB {
	if err != nil {
		panic(err)
	}
	return db
}

func generic[T any](ctx context.Context) *T {
	var v any = single()
	t, _ := v.(*T)
	return t
}

func either(first bool) *s3.Client {
	if first {
		return s3.New(s3.Options{Region: "eu-central-1"})
	}
	return s3.New(s3.Options{Region: "us-east-1"})
}

func deferred() (c *s3.Client) {
	defer func() { c = s3.New(s3.Options{}) }()
	return nil
}

func onPanic() (c *s3.Client) {
	defer func() {
		if r := recover(); r != nil {
			c = nil
		}
	}()
	return single()
}

func http2() *http.Client {
	return &http.Client{Transport: &http.Transport{ForceAttemptHTTP2: true}}
}

// cfgOnly does not return what it builds, so what it builds is what moves.
func cfgOnly(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	_, err = s3.NewFromConfig(cfg).ListBuckets(ctx, &s3.ListBucketsInput{}) // want `s3\.NewFromConfig`
	return err
}

// Near misses: what is returned was built before, or is not what was built.

var shared = s3.New(s3.Options{})

func existing() *s3.Client { return shared }

func names(ctx context.Context) (int, error) {
	c := s3.New(s3.Options{}) // want `s3\.New`
	out, err := c.ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil {
		return 0, err
	}
	return len(out.Buckets), nil
}

func passedOn(c *s3.Client) *s3.Client { return c }

func other(ctx context.Context, event events.SNSEvent) error {
	_ = existing()
	_ = passedOn(existing())
	_ = passedOn(s3.New(s3.Options{})) // want `s3\.New`
	_, err := names(ctx)
	return err
}
