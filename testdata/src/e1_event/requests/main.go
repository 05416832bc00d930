// Package main: E1, P1: what a client is asked to put does not become part of the client.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/guregu/dynamo"
)

type repo struct{ table dynamo.Table }

func newRepo() *repo { return &repo{table: dynamo.New(nil).Table("notes")} }

func (r *repo) save(e events.SNSEntity) error { return r.table.Put(e).Run() }

func open() *repo { return newRepo() }

func handle(ctx context.Context, e events.SNSEvent) error {
	r := open() // want `dynamo\.New`
	for _, rec := range e.Records {
		if err := r.save(rec.SNS); err != nil {
			return err
		}
	}
	return nil
}

func main() { lambda.Start(handle) }
