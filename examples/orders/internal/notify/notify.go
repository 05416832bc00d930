// Package notify tells others about orders. It is still on version 1 of the SDK.
package notify

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sns"

	"github.com/lambdainit/lambdainit/examples/orders/internal/order"
	"github.com/lambdainit/lambdainit/examples/orders/internal/settings"
)

// Processed says that an order went through.
func Processed(ctx context.Context, o order.Order) error {
	sess, err := session.NewSession() // finding: aws-config
	if err != nil {
		return fmt.Errorf("starting an AWS session: %w", err)
	}
	client := sns.New(sess) // finding: aws-client
	_, err = client.PublishWithContext(ctx, &sns.PublishInput{
		TopicArn: aws.String(settings.TopicARN()),
		Message:  aws.String(o.JSON()),
	})
	if err != nil {
		return fmt.Errorf("publishing order %s: %w", o.ID, err)
	}
	return nil
}
