// Package main: G2, a method that reads what the invocation made is no test of
// stored state, whatever else it was given.
package main

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type settings struct {
	hours  int
	client *s3.Client
}

func (s *settings) delay() time.Duration { return time.Duration(s.hours) }

func (s *settings) missing() bool { return s.client == nil }

type store struct{}

func (store) settings(ctx context.Context) *settings {
	if errors.Is(ctx.Err(), context.Canceled) {
		return &settings{hours: 48}
	}
	return nil
}

var kept = &settings{}

func handle(ctx context.Context) error {
	s := store{}.settings(ctx)
	if s.delay() > 0 {
		return errors.New(s.delay().String())
	}
	s.hours = 24
	_ = s3.New(s3.Options{}) // want `s3\.New`

	if kept.missing() {
		kept.client = s3.New(s3.Options{})
	}
	return nil
}

func main() { lambda.Start(handle) }
