// Package clients knows nothing of events.
package clients

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

// S3 builds a client for a region.
func S3(region string) *s3.Client { return s3.New(s3.Options{Region: region}) }

// Publish builds a client and uses it.
func Publish(ctx context.Context, region, text string) error {
	_, err := sns.New(sns.Options{Region: region}).Publish(ctx, &sns.PublishInput{Message: &text})
	return err
}

// Factory builds clients for its region.
type Factory struct{ Region string }

// New builds.
func (f Factory) New() *s3.Client { return S3(f.Region) }
