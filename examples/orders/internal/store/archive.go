package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"github.com/lambdainit/lambdainit/examples/orders/internal/order"
)

// An Archive is a bucket with a copy of every order.
type Archive struct {
	cfg    aws.Config
	bucket string
}

// NewArchive gives the archive in bucket.
func NewArchive(cfg aws.Config, bucket string) *Archive {
	return &Archive{cfg: cfg, bucket: bucket}
}

// Keep copies an order into the archive. The configuration is shared, but a
// client of one's own means connections of one's own. NewArchive should build it.
func (a *Archive) Keep(ctx context.Context, o order.Order) error {
	client := s3.NewFromConfig(a.cfg) // finding: aws-client
	_, err := client.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String(a.bucket),
		Key:    aws.String(o.Tenant + "/" + o.ID + ".json"),
		Body:   strings.NewReader(o.JSON()),
	})
	if err != nil {
		return fmt.Errorf("archiving order %s: %w", o.ID, err)
	}
	return nil
}
