package tests

import (
	"context"
	"testing"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func fixture(event events.SQSEvent) *s3.Client {
	build()
	return s3.New(s3.Options{})
}

func TestHandle(t *testing.T) {
	fixture(events.SQSEvent{})
	if err := handle(context.Background(), events.SQSEvent{}); err != nil {
		t.Fatal(err)
	}
}
