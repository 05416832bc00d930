// Package context: E2, what is no dependence on the event.
package context

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambdacontext"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func plain(ctx context.Context, event events.SQSEvent) error {
	_, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	return err
}

func timeout(ctx context.Context, event events.SQSEvent) error {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	_, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	return err
}

// before leaves room to the deadline: the deadline ends in a context.
func before(ctx context.Context, event events.SQSEvent) error {
	d, _ := ctx.Deadline()
	ctx, cancel := context.WithDeadline(ctx, d.Add(-time.Second))
	defer cancel()
	_, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	return err
}

type idKey struct{}

// carried: the context carries event data, and is still only a context.
func carried(ctx context.Context, event events.SQSEvent) error {
	ctx = context.WithValue(ctx, idKey{}, event.Records[0].MessageId)
	_, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	return err
}

func environment(ctx context.Context, event events.SQSEvent) error {
	dsn, ok := os.LookupEnv("DSN")
	if !ok {
		dsn = fmt.Sprintf("host=%s user=%s", os.Getenv("HOST"), "app")
	}
	_, err := sql.Open("pgx", dsn) // want `sql\.Open`
	return err
}

// functionName is the environment's, not the event's.
func functionName(ctx context.Context, event events.SQSEvent) {
	s3.New(s3.Options{Region: regionFor(lambdacontext.FunctionName)}) // want `s3\.New`
	if lambdacontext.MemoryLimitInMB > 512 {
		s3.New(s3.Options{Region: lambdacontext.LogGroupName}) // want `s3\.New`
	}
}

func regionFor(function string) string {
	if strings.HasSuffix(function, "-us") {
		return "us-east-1"
	}
	return "eu-central-1"
}

func constants(ctx context.Context, event events.SQSEvent) {
	for _, region := range []string{"eu-central-1", "us-east-1"} {
		s3.New(s3.Options{Region: region}) // want `s3\.New`
	}
	for _, region := range strings.Split(os.Getenv("REGIONS"), ",") {
		s3.New(s3.Options{Region: region}) // want `s3\.New`
	}
	for i := range 3 {
		s3.New(s3.Options{Region: fmt.Sprint("eu-west-", i)}) // want `s3\.New`
	}
}

// Near misses: the same loops, over the event.
func records(ctx context.Context, event events.SQSEvent) {
	for _, m := range event.Records {
		s3.New(s3.Options{Region: m.AWSRegion})
	}
	for i := range event.Records {
		s3.New(s3.Options{Region: event.Records[i].AWSRegion})
	}
}
