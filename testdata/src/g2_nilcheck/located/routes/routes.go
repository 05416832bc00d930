// Package routes has handlers, and no main.
package routes

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/sns"

	"example.test/lambda/g2_nilcheck/located/app"
)

// Deps is made by main.
type Deps struct{ topic *sns.Client }

func (d *Deps) sns() *sns.Client {
	if d.topic == nil {
		d.topic = sns.New(sns.Options{})
	}
	return d.topic
}

// Handle takes what it works with besides the event.
func Handle(ctx context.Context, event events.SQSEvent, deps *Deps) error {
	deps.sns()
	app.App.S3()
	app.App.Queue("a")
	app.App.Fresh() // want `s3\.New`
	return nil
}

// Record gets a cache and settings from whoever calls it.
func Record(ctx context.Context, message events.SQSMessage, cache map[string]*sns.Client, set Settings) error {
	if _, ok := cache["a"]; !ok {
		cache["a"] = sns.New(sns.Options{})
	}
	set.Deps.sns()
	sns.New(sns.Options{Region: set.Region}) // near miss: that may be the event's (E1)
	sns.New(sns.Options{})                   // want `sns\.New`
	return nil
}

// Settings are passed by value.
type Settings struct {
	Deps   *Deps
	Region string
}

type key struct{}

// carried takes from the context what another package put there.
func carried(ctx context.Context, event events.S3Event) error {
	deps, ok := ctx.Value(key{}).(*Deps)
	if !ok {
		return nil
	}
	deps.sns()
	sns.New(sns.Options{}) // want `sns\.New`
	return nil
}

// mine is made for this event only.
func mine(ctx context.Context, event events.SNSEvent) error {
	d := &Deps{}
	d.own()
	return nil
}

func (d *Deps) own() *sns.Client {
	if d.topic == nil {
		d.topic = sns.New(sns.Options{}) // want `sns\.New.*is itself created during the invocation`
	}
	return d.topic
}
