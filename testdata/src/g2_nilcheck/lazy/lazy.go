// Package main: G2 inside a small generic helper that takes the build as a
// function. The helper guards; the builder has no idea.
package main

import (
	"context"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

type lazy[T any] struct {
	mu    sync.Mutex
	value T
	set   bool
}

func (l *lazy[T]) get(build func() (T, error)) (T, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.set {
		return l.value, nil
	}
	v, err := build()
	if err != nil {
		return v, err
	}
	l.value, l.set = v, true
	return v, nil
}

// each has the same shape and keeps nothing.
type each[T any] struct{ calls int }

func (e *each[T]) get(build func() (T, error)) (T, error) {
	e.calls++
	return build()
}

var (
	client lazy[*s3.Client]
	topics each[*sns.Client]
)

func main() { lambda.Start(handle) }

func handle(ctx context.Context) error {
	if _, err := client.get(func() (*s3.Client, error) {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return nil, err
		}
		return s3.NewFromConfig(cfg), nil
	}); err != nil {
		return err
	}
	_, err := topics.get(newTopics) // want `sns\.NewFromConfig`
	return err
}

// newTopics is a derived constructor (C3) that each hands on.
func newTopics() (*sns.Client, error) {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		return nil, err
	}
	return sns.NewFromConfig(cfg), nil
}
