// Package factory makes handlers of what main gives it.
package factory

import (
	"context"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// Deps is made by whoever calls New.
type Deps struct{ queue *sqs.Client }

func (d *Deps) sqs() *sqs.Client {
	if d.queue == nil {
		d.queue = sqs.New(sqs.Options{})
	}
	return d.queue
}

// Alerts may be given by an option.
type Alerts struct {
	once  sync.Once
	topic *sns.Client
}

func (a *Alerts) send() {
	a.once.Do(func() { a.topic = sns.New(sns.Options{}) })
}

type settings struct{ alerts *Alerts }

// New is called by nobody here.
func New(d *Deps, opts ...func(*settings)) func(context.Context, events.SQSEvent) error {
	s3.New(s3.Options{})
	var set settings
	for _, o := range opts {
		o(&set)
	}
	return func(ctx context.Context, event events.SQSEvent) error {
		d.sqs()
		set.alerts.send()
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	}
}
