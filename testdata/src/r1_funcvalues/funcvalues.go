// Package main: R1, function-typed variables, fields, parameters, map elements.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// loadConfig is a seam for tests, holding the constructor itself.
var loadConfig = config.LoadDefaultConfig

// newClient is a seam for tests, holding a literal.
var newClient = func(region string) *s3.Client { return s3.New(s3.Options{Region: region}) }

// save is a seam for tests, holding a declared function.
var save = saveToTable

type deps struct {
	publish func(context.Context, string) error
	store   func() *dynamodb.Client
	log     func(string)
}

var actions = map[string]func(context.Context) error{
	"send":   send,
	"delete": func(ctx context.Context) error { return remove(ctx) },
}

var steps = []func(){stepOne, stepTwo}

func main() {
	d := deps{publish: publish, log: func(string) {}}
	d.store = func() *dynamodb.Client { return dynamodb.New(dynamodb.Options{}) }
	lambda.Start(d.handle)
}

func (d deps) handle(ctx context.Context, e struct{ Action, Region string }) error {
	if _, err := loadConfig(ctx); err != nil { // want `config\.LoadDefaultConfig`
		return err
	}
	newClient("eu-central-1") // want `s3\.New`
	newClient(e.Region)       // of the event
	if err := save(ctx); err != nil {
		return err
	}
	if err := d.publish(ctx, "x"); err != nil {
		return err
	}
	d.store() // want `dynamodb\.New`
	d.log("x")
	if action, ok := actions[e.Action]; ok {
		if err := action(ctx); err != nil {
			return err
		}
	}
	for _, step := range steps {
		step()
	}
	apply(ctx, given)
	twice(func() {
		sqs.New(sqs.Options{}) // want `sqs\.New`
	})
	f := first
	if os.Getenv("SECOND") != "" {
		f = second
	}
	f()
	bound := d.bound
	bound()
	return curry(1)(2)
}

func saveToTable(ctx context.Context) error {
	dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New`
	return nil
}

func publish(ctx context.Context, text string) error {
	sns.New(sns.Options{}) // want `sns\.New`
	return nil
}

func send(ctx context.Context) error {
	sqs.New(sqs.Options{}) // want `sqs\.New`
	return nil
}

func remove(ctx context.Context) error {
	sqs.New(sqs.Options{}) // want `sqs\.New`
	return nil
}

func stepOne() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func stepTwo() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func apply(ctx context.Context, f func(context.Context)) { f(ctx) }

func given(ctx context.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func twice(f func()) { f(); f() }

func first() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func second() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func (d deps) bound() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func curry(a int) func(int) error {
	return func(b int) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	}
}

// Near misses: function values of the same types that are never called.

var spare = func(region string) *s3.Client { return s3.New(s3.Options{Region: region}) }

var _ = map[string]func(context.Context) error{"spare": notCalled}

func notCalled(ctx context.Context) error {
	sqs.New(sqs.Options{})
	return nil
}

func unusedStep() { s3.New(s3.Options{}) }
