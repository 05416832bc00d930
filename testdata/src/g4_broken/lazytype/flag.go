package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// flagged remembers by a flag that it was filled.
type flagged[T any] struct {
	ready bool
	value T
}

func (f *flagged[T]) get(build func() T) T {
	if !f.ready {
		f.value, f.ready = build(), true
	}
	return f.value
}

// A copied one forgets.
type copied[T any] struct {
	ready bool
	value T
}

func (c copied[T]) get(build func() T) T {
	if !c.ready {
		c.value, c.ready = build(), true
	}
	return c.value
}

var (
	kept flagged[*sqs.Client]
	lost copied[*sns.Client]
)

func flags(ctx context.Context) {
	kept.get(func() *sqs.Client { return sqs.New(sqs.Options{}) })
	var own flagged[*sqs.Client]
	own.get(func() *sqs.Client {
		return sqs.New(sqs.Options{}) // want `sqs\.New.*what holds f\.ready is itself created during the invocation`
	})
	lost.get(func() *sns.Client {
		return sns.New(sns.Options{}) // want `sns\.New.*c\.ready is a field of a value receiver`
	})
}
