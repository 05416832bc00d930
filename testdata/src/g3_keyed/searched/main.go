// Package main: G3, caches that are searched, that expire, or that lend what
// they hold.
package main

import (
	"container/list"
	"context"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type entry struct {
	name   string
	client *s3.Client
	until  time.Time
}

var (
	expiring = map[string]entry{}
	listed   []entry
	found    []*entry
	lost     []entry
	tasks    []entry
	linked   = list.New()
	pool     = make(chan *sqs.Client, 1)
	opened   = make(chan struct{})
	topic    *sns.Client
	free     []*sqs.Client
	leaking  []*sns.Client
)

func unexpired(name string) *s3.Client {
	if e, ok := expiring[name]; ok && time.Now().Before(e.until) {
		return e.client
	}
	c := s3.New(s3.Options{})
	expiring[name] = entry{client: c, until: time.Now().Add(time.Hour)}
	return c
}

func search(name string) *s3.Client {
	for _, e := range listed {
		if e.name == name {
			return e.client
		}
	}
	c := s3.New(s3.Options{})
	listed = append(listed, entry{name: name, client: c})
	return c
}

func searchAndBreak(name string) *s3.Client {
	var c *s3.Client
	for _, e := range found {
		if e.name == name {
			c = e.client
			break
		}
	}
	if c == nil {
		c = s3.New(s3.Options{})
		found = append(found, &entry{name: name, client: c})
	}
	return c
}

// forgets searches where nothing is ever put.
func forgets(name string) *s3.Client {
	for _, e := range lost {
		if e.name == name {
			return e.client
		}
	}
	return s3.New(s3.Options{})
}

// afterAll runs behind a loop that may fail, which is no search.
func afterAll() error {
	for _, t := range tasks {
		if t.name == "" {
			return context.Canceled
		}
	}
	_ = sqs.New(sqs.Options{}) // want `sqs\.New`
	return nil
}

func first() *s3.Client {
	if linked.Len() == 0 {
		linked.PushBack(s3.New(s3.Options{}))
	}
	return linked.Front().Value.(*s3.Client)
}

// lend takes a client out of a channel, or builds the first one.
func lend() {
	var c *sqs.Client
	select {
	case c = <-pool:
	default:
		c = sqs.New(sqs.Options{})
	}
	defer func() { pool <- c }()
}

// lendLocal does so with a channel of its own.
func lendLocal() {
	own := make(chan *sqs.Client, 1)
	select {
	case <-own:
	default:
		own <- sqs.New(sqs.Options{}) // want `sqs\.New`
	}
}

func open() {
	select {
	case <-opened:
	default:
		topic = sns.New(sns.Options{})
		close(opened)
	}
}

func acquire() *sqs.Client {
	if n := len(free); n > 0 {
		c := free[n-1]
		free = free[:n-1]
		return c
	}
	return sqs.New(sqs.Options{})
}

func release(c *sqs.Client) { free = append(free, c) }

// leak is like acquire, but nobody gives back.
func leak() *sns.Client {
	if n := len(leaking); n > 0 {
		return leaking[n-1]
	}
	return sns.New(sns.Options{})
}

func handle(ctx context.Context) error {
	unexpired("a")
	search("a")
	searchAndBreak("a")
	forgets("a") // want `s3\.New`
	first()
	lend()
	lendLocal()
	open()
	defer release(acquire())
	leak() // want `sns\.New`
	return afterAll()
}

func main() { lambda.Start(handle) }
