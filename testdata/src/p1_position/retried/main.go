// Package main: P1, what a callback of an own helper stores where its caller
// returns it from moves with the caller's call.
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

func main() { lambda.Start(handle) }

// try calls f until it works.
func try(n int, f func() error) (err error) {
	for range n {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

// open: the variable that the callback fills is returned.
func open() (*sql.DB, error) {
	var pool *sql.DB
	err := try(3, func() error {
		p, err := sql.Open("pgx", os.Getenv("DSN"))
		if err != nil {
			return err
		}
		pool = p
		return nil
	})
	return pool, err
}

type holder struct{ objects *s3.Client }

// fill: so is the struct in which it fills a field.
func fill() (*holder, error) {
	h := &holder{}
	err := try(3, func() error {
		h.objects = s3.New(s3.Options{})
		return nil
	})
	return h, err
}

type opener struct{ queue *sqs.Client }

func (o *opener) open() error {
	o.queue = sqs.New(sqs.Options{})
	return nil
}

// method: so is the receiver of a method value.
func method() *opener {
	o := &opener{}
	_ = try(3, o.open)
	return o
}

// nested: helpers may call helpers.
func nested() (t *sns.Client) {
	_ = try(2, func() error {
		return try(3, func() error {
			t = sns.New(sns.Options{})
			return nil
		})
	})
	return t
}

// used does not return what the callback builds, so that is what has to move.
func used() error {
	var c *sqs.Client
	if err := try(3, func() error {
		c = sqs.New(sqs.Options{}) // want `^sqs\.New is built again`
		return nil
	}); err != nil {
		return err
	}
	_, err := c.SendMessage(context.Background(), &sqs.SendMessageInput{})
	return err
}

func handle(ctx context.Context) error {
	_, err := open() // want `^sql\.Open is built again.*make this call once`
	if err != nil {
		return err
	}
	_, err = fill() // want `^s3\.New is built again.*make this call once`
	if err != nil {
		return err
	}
	_ = method() // want `^sqs\.New is built again.*make this call once`
	_ = nested() // want `^sns\.New is built again.*make this call once`

	// The handler returns it to nobody: the construction itself has to move.
	var own *s3.Client
	err = try(3, func() error {
		own = s3.New(s3.Options{}) // want `^s3\.New is built again.*build it once`
		return nil
	})
	if err != nil {
		return err
	}
	_, err = own.ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil {
		return err
	}
	return used()
}
