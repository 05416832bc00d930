// Package main: G3, a cache of the module's own that locks, and says by an error
// that it has nothing.
package main

import (
	"context"
	"errors"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var errMissing = errors.New("missing")

type cache[T any] struct {
	mu sync.RWMutex
	m  map[string]T
}

func (c *cache[T]) get(key string) (T, error) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.m[key]
	if !ok {
		return v, errMissing
	}
	return v, nil
}

func (c *cache[T]) set(key string, v T) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.m == nil {
		c.m = make(map[string]T)
	}
	c.m[key] = v
}

var (
	topics cache[*sns.Client]
	queues cache[*sqs.Client]
)

func topic(name string) (*sns.Client, error) {
	t, err := topics.get(name)
	if errors.Is(err, errMissing) {
		t = sns.New(sns.Options{})
		topics.set(name, t)
		return t, nil
	}
	return t, err
}

func queue(name string) *sqs.Client {
	if q, err := queues.get(name); err == nil {
		return q
	}
	q := sqs.New(sqs.Options{})
	queues.set(name, q)
	return q
}

// unkept has a cache of its own in each invocation.
func unkept(name string) {
	var mine cache[*sqs.Client]
	if _, err := mine.get(name); err == nil {
		return
	}
	mine.set(name, sqs.New(sqs.Options{})) // want `sqs\.New`
}

func handle(ctx context.Context, name string) error {
	queue("a")
	unkept("a")
	_, err := topic("a")
	return err
}

func main() { lambda.Start(handle) }
