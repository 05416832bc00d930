// Package main: R3, what runs once is never reported, even through a helper
// that a handler calls as well.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var (
	direct   = s3.New(s3.Options{})
	byHelper = newClient()
	byMust   = must(sql.Open("pgx", os.Getenv("DSN")))
	byFunc   = func() *sqs.Client {
		cfg, err := config.LoadDefaultConfig(context.Background())
		if err != nil {
			log.Fatal(err)
		}
		return sqs.NewFromConfig(cfg)
	}()
	inInit *s3.Client
	inMain *s3.Client
	table  = map[string]*s3.Client{"a": newClient()}
)

func init() {
	inInit = newClient()
	for range 2 {
		s3.New(s3.Options{})
	}
}

func init() { setUp() }

func setUp() { s3.New(s3.Options{}) }

func newClient() *s3.Client { return s3.New(s3.Options{}) }

func must(db *sql.DB, err error) *sql.DB {
	if err != nil {
		panic(err)
	}
	return db
}

type app struct{ client *s3.Client }

func newApp() *app {
	a := &app{}
	a.init()
	return a
}

// init is a method, called once.
func (a *app) init() { a.client = newClient() }

func (a *app) handle(ctx context.Context) error {
	_, err := a.client.ListBuckets(ctx, &s3.ListBucketsInput{})
	use(inInit, inMain, direct, byHelper)
	newClient() // want `s3\.New`
	warm()
	return err
}

func use(...*s3.Client) {}

func main() {
	inMain = newClient()
	a := newApp()
	warm()
	if len(os.Args) > 1 {
		_ = a.handle(context.Background())
	}
	lambda.Start(a.handle)
}

// warm is called by main and by the handler: reported for the handler's way.
func warm() {
	s3.New(s3.Options{}) // want `s3\.New`
}
