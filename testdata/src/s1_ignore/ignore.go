// Package ignore: S1, //lambdainit:ignore with a reason.
package ignore

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func endOfLine(ctx context.Context, event events.SQSEvent) {
	s3.New(s3.Options{}) //lambdainit:ignore called once a day
	s3.New(s3.Options{}) // want `s3\.New`
}

func lineAbove(ctx context.Context, event events.SQSEvent) {
	//lambdainit:ignore called once a day
	s3.New(s3.Options{})
	s3.New(s3.Options{}) // want `s3\.New`
}

// wholeBody is silent.
//
//lambdainit:ignore a migration, run by hand
func wholeBody(ctx context.Context, event events.SQSEvent) {
	s3.New(s3.Options{})
	go func() { s3.New(s3.Options{}) }()
	quiet()
}

// quiet is reached on a silenced way only.
func quiet() { sns.New(sns.Options{}) }

// onTheWay silences a call, and so this way only.
func onTheWay(ctx context.Context, event events.SQSEvent) {
	connect() //lambdainit:ignore rare
	send()    //lambdainit:ignore rare
}

func otherWay(ctx context.Context, event events.SQSEvent) {
	send()
}

// connect is called on a silenced line only.
func connect() { dynamodb.New(dynamodb.Options{}) }

// send is called on a silenced line and on another.
func send() {
	sqs.New(sqs.Options{}) // want `sqs\.New`
}

// derived: the mark stands on the construction inside the constructor.
func derived(ctx context.Context, event events.SQSEvent) {
	newClient()
	newOther() // want `s3\.New`
	newOther() //lambdainit:ignore here it is fine
}

func newClient() *s3.Client {
	return s3.New(s3.Options{}) //lambdainit:ignore cheap enough here
}

func newOther() *s3.Client { return s3.New(s3.Options{}) }

// newMarked is silent for all its callers.
//
//lambdainit:ignore a fake in most deployments
func newMarked() *s3.Client { return s3.New(s3.Options{}) }

func callsMarked(ctx context.Context, event events.SQSEvent) { newMarked() }

// multiLine: the mark stands on the line where the call begins, or above it.
func multiLine(ctx context.Context, event events.SQSEvent) {
	//lambdainit:ignore rare
	s3.New(s3.Options{
		Region: os.Getenv("AWS_REGION"),
	})
	s3.New(s3.Options{ //lambdainit:ignore rare
		Region: os.Getenv("AWS_REGION"),
	})
}

// Near misses: marks that silence nothing here.

func tooFarAbove(ctx context.Context, event events.SQSEvent) {
	//lambdainit:ignore two lines above

	s3.New(s3.Options{}) // want `s3\.New`
}

func spaced(ctx context.Context, event events.SQSEvent) {
	// lambdainit:ignore with a space it is a comment
	s3.New(s3.Options{}) // want `s3\.New`
}

// mentioned says //lambdainit:ignore in prose.
func mentioned(ctx context.Context, event events.SQSEvent) {
	s3.New(s3.Options{}) // want `s3\.New`
}
