// Package condition: E3, a condition on the event does not excuse what is
// built under it with constant arguments.
package condition

import (
	"context"
	"database/sql"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func when(ctx context.Context, event events.CloudWatchEvent) {
	if event.DetailType == "Scheduled Event" {
		s3.New(s3.Options{}) // want `s3\.New`
	}
}

func cases(ctx context.Context, event events.CloudWatchEvent) {
	switch event.Source {
	case "aws.s3":
		s3.New(s3.Options{}) // want `s3\.New`
	case "aws.sns":
		sns.New(sns.Options{}) // want `sns\.New`
	default:
		if strings.HasPrefix(event.Source, "app.") {
			sqs.New(sqs.Options{}) // want `sqs\.New`
		}
	}
}

func earlyReturn(ctx context.Context, event events.SQSEvent) error {
	if len(event.Records) == 0 {
		return nil
	}
	_, err := sql.Open("pgx", os.Getenv("DSN")) // want `sql\.Open`
	return err
}

func choice(ctx context.Context, event events.CloudWatchEvent) {
	region := "eu-central-1"
	if event.Region == "us-east-1" {
		region = "us-west-2"
	}
	s3.New(s3.Options{Region: region}) // want `s3\.New`
}

func chosenByFunction(ctx context.Context, event events.CloudWatchEvent) {
	s3.New(s3.Options{Region: home(event.Region)}) // want `s3\.New`
}

// home gives one of two constants, whatever it is asked.
func home(region string) string {
	if strings.HasPrefix(region, "us-") {
		return "us-east-1"
	}
	return "eu-central-1"
}

func perRecord(ctx context.Context, event events.SQSEvent) {
	for range event.Records {
		sqs.New(sqs.Options{}) // want `sqs\.New`
	}
}

// Near misses: the event is chosen from, not only choosing.

func choiceOfTwo(ctx context.Context, event events.CloudWatchEvent) {
	region := "eu-central-1"
	if event.Region != "" {
		region = event.Region
	}
	s3.New(s3.Options{Region: region})
}

func chosenFrom(ctx context.Context, event events.CloudWatchEvent) {
	s3.New(s3.Options{Region: orHome(event.Region)})
}

func orHome(region string) string {
	if region == "" {
		return "eu-central-1"
	}
	return region
}

func dispatched(ctx context.Context, event events.CloudWatchEvent) {
	switch region := event.Region; region {
	case "eu-central-1", "us-east-1":
		s3.New(s3.Options{Region: region})
	}
}

var client *s3.Client

// guardedInside: once after all, whichever event comes first.
func guardedInside(ctx context.Context, event events.CloudWatchEvent) {
	if event.Source == "aws.s3" && client == nil {
		client = s3.New(s3.Options{})
	}
}
