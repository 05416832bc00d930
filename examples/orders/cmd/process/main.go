// Command process works off the queue of orders.
package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"github.com/lambdainit/lambdainit/examples/orders/internal/notify"
	"github.com/lambdainit/lambdainit/examples/orders/internal/order"
	"github.com/lambdainit/lambdainit/examples/orders/internal/queue"
	"github.com/lambdainit/lambdainit/examples/orders/internal/settings"
)

// tooMuch is the price, in cents, above which an order goes round once more.
const tooMuch = 1_000_000

func main() {
	lambda.Start(handle)
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		o, err := order.Parse(record.Body)
		if err != nil {
			return err
		}
		if o.Cents > tooMuch {
			if err := postpone(ctx, o); err != nil {
				return err
			}
			continue
		}
		if err := replicate(ctx, record.AWSRegion, o); err != nil {
			return err
		}
		if err := notify.Processed(ctx, o); err != nil { // a session per record: see there
			return err
		}
	}
	return nil
}

// postpone queues an order again, with the sender that all invocations share.
func postpone(ctx context.Context, o order.Order) error {
	sender, err := queue.Default(ctx)
	if err != nil {
		return err
	}
	return sender.Send(ctx, o)
}

// replicate copies an order to the region that it came from. That is only
// known from the event, so the client cannot be built before.
func replicate(ctx context.Context, region string, o order.Order) error {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(region)) // keyed: aws-config
	if err != nil {
		return fmt.Errorf("loading the AWS configuration: %w", err)
	}
	client := s3.NewFromConfig(cfg) // keyed: aws-client
	_, err = client.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String(settings.Bucket() + "-" + region),
		Key:    aws.String(o.ID + ".json"),
		Body:   strings.NewReader(o.JSON()),
	})
	return err
}
