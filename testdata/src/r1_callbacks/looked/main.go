// Package main: R1, printing a function, or looking at it, does not call it.
package main

import (
	"context"
	"fmt"
	"log"
	"reflect"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type builder struct {
	steps []func(*config) error
	cfg   *config
}

type config struct{ services []any }

func (c *config) add(s any) { c.services = append(c.services, s) }

func (b *builder) withTopic() *builder {
	b.steps = append(b.steps, b.createTopic)
	return b
}

func (b *builder) createTopic(c *config) error {
	c.add(sns.New(sns.Options{}))
	return nil
}

func (b *builder) build() (*config, error) {
	for _, step := range b.steps {
		if err := step(b.cfg); err != nil {
			log.Printf("%v at %x", step, reflect.ValueOf(step).Pointer())
			return nil, err
		}
	}
	return b.cfg, nil
}

func printed() { _ = sqs.New(sqs.Options{}) }

func handle(ctx context.Context) error {
	b := &builder{cfg: &config{}}
	_, err := b.withTopic().build() // want `sns\.New`
	fmt.Printf("%p %T\n", printed, printed)
	reflect.ValueOf(called).Call(nil)
	return err
}

func called() { _ = s3.New(s3.Options{}) } // want `s3\.New`

func main() { lambda.Start(handle) }
