// Package main: G1, sync.Once, OnceFunc, OnceValue and OnceValues.
package main

import (
	"context"
	"database/sql"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var (
	once    sync.Once
	client  *s3.Client
	initErr error

	setUp    = sync.OnceFunc(func() { client = s3.New(s3.Options{}) })
	getValue = sync.OnceValue(func() *s3.Client { return s3.New(s3.Options{}) })
	getBoth  = sync.OnceValues(load)
	getNamed = sync.OnceValue(newClient)
)

func load() (aws.Config, error) { return config.LoadDefaultConfig(context.Background()) }

func newClient() *s3.Client { return s3.New(s3.Options{}) }

type app struct {
	once  sync.Once
	ponce *sync.Once
	table *dynamodb.Client
	lazy  func() (*sql.DB, error)
	inner struct{ sync.Once }
}

func newApp() *app {
	return &app{
		ponce: new(sync.Once),
		lazy:  sync.OnceValues(func() (*sql.DB, error) { return sql.Open("pgx", os.Getenv("DSN")) }),
	}
}

func main() { lambda.Start(newApp().handle) }

func (a *app) handle(ctx context.Context) error {
	once.Do(func() {
		var cfg aws.Config
		cfg, initErr = config.LoadDefaultConfig(ctx)
		if initErr != nil {
			return
		}
		client = s3.NewFromConfig(cfg)
	})
	if initErr != nil {
		return initErr
	}
	setUp()
	getValue()
	getNamed()
	if _, err := getBoth(); err != nil {
		return err
	}
	a.once.Do(a.setUp)
	a.ponce.Do(func() { a.table = newTable() })
	a.inner.Do(func() { a.table = newTable() })
	if _, err := a.lazy(); err != nil {
		return err
	}
	getter()
	captured()

	// Near misses: the same bodies without the guard, or with one that is new.
	newClient() // want `s3\.New`
	newTable()  // want `dynamodb\.New`
	var local sync.Once
	local.Do(func() {
		client = s3.New(s3.Options{}) // want `s3\.New.*created during the invocation`
	})
	fresh := sync.OnceFunc(func() {
		a.table = dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New.*created during the invocation`
	})
	fresh()
	_ = sync.OnceValue(func() *s3.Client { return s3.New(s3.Options{}) })() // want `s3\.New.*created during the invocation`
	(&app{}).perInvocation()
	return nil
}

func (a *app) setUp() { a.table = newTable() }

func newTable() *dynamodb.Client { return dynamodb.New(dynamodb.Options{}) }

func getter() *s3.Client {
	once.Do(func() { client = newClient() })
	return client
}

var captured = func() func() *s3.Client {
	var (
		once sync.Once
		c    *s3.Client
	)
	return func() *s3.Client {
		once.Do(func() { c = s3.New(s3.Options{}) })
		return c
	}
}()

// perInvocation: the once is a field of a struct that lives in the invocation.
func (a *app) perInvocation() {
	a.once.Do(func() {
		a.table = dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New.*created during the invocation`
	})
}
