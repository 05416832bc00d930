// Package main: G4, a test whether there is something to call is no guard, so it
// is not said to be inverted.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var commands = map[string]func(){}

func main() {
	commands["start"] = start
	lambda.Start(handle)
}

func handle(ctx context.Context, event events.SQSEvent) {
	command, ok := commands[event.Records[0].MessageId]
	if !ok {
		return
	}
	command()
	if objects != nil {
		connect()
	}
}

// start leaves what comes next where it was found itself.
func start() {
	c := s3.New(s3.Options{}) // want `^s3\.New is built again on every invocation of main\.handle: `
	commands["next"] = func() { _ = c }
}

var objects *s3.Client

// connect is a near miss: it is not what is tested.
func connect() {
	objects = s3.New(s3.Options{}) // want `because the test of objects is inverted`
}
