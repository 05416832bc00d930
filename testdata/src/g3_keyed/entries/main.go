// Package main: G3, a cache keeps entries that its methods made during invocations.
package main

import (
	"context"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type entry[V any] struct {
	value   V
	expires time.Time
}

type cache[V any] struct {
	mu sync.Mutex
	m  map[string]*entry[V]
}

func newCache[V any]() *cache[V] { return &cache[V]{m: make(map[string]*entry[V])} }

func (c *cache[V]) do(key string, build func() V) V {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.m[key]; ok && time.Now().Before(e.expires) {
		return e.value
	}
	v := build()
	c.m[key] = &entry[V]{v, time.Now().Add(time.Hour)}
	return v
}

func (c *cache[V]) load(key string) (v V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.m[key]
	if !ok || e.expires.Before(time.Now()) {
		return v, false
	}
	return e.value, true
}

func (c *cache[V]) store(key string, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[key] = &entry[V]{value: v}
}

var (
	buckets = newCache[*s3.Client]()
	queues  = newCache[*sqs.Client]()
	topics  = newCache[*sns.Client]()
)

func queue(name string) (c *sqs.Client) {
	c, ok := queues.load(name)
	if ok {
		return c
	}
	defer func() { queues.store(name, c) }()
	c = sqs.New(sqs.Options{})
	return c
}

// topic forgets to store what it builds.
func topic(name string) *sns.Client {
	c, ok := topics.load(name)
	if !ok {
		c = sns.New(sns.Options{}) // want `sns\.New.*what is built is not stored in it`
	}
	return c
}

func handle(ctx context.Context) error {
	buckets.do("a", func() *s3.Client { return s3.New(s3.Options{}) })
	queue("a")
	topic("a")
	mine := newCache[*s3.Client]()
	mine.do("a", func() *s3.Client {
		return s3.New(s3.Options{}) // want `s3\.New`
	})
	return nil
}

func main() { lambda.Start(handle) }
