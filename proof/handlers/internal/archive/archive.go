// Package archive keeps documents in S3.
package archive

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// An Archive is a bucket of documents.
type Archive struct {
	client *s3.Client
	bucket string
}

// New opens the archive that the environment names.
func New(ctx context.Context) (*Archive, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, fmt.Errorf("loading the AWS configuration: %w", err)
	}
	return &Archive{client: s3.NewFromConfig(cfg), bucket: os.Getenv("ARCHIVE_BUCKET")}, nil
}

// Put keeps a document under its key.
func (a *Archive) Put(ctx context.Context, key string, document []byte) error {
	_, err := a.client.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String(a.bucket),
		Key:    aws.String(key),
		Body:   bytes.NewReader(document),
	})
	if err != nil {
		return fmt.Errorf("keeping %s: %w", key, err)
	}
	return nil
}

// Get gives back a document.
func (a *Archive) Get(ctx context.Context, key string) ([]byte, error) {
	out, err := a.client.GetObject(ctx, &s3.GetObjectInput{
		Bucket: aws.String(a.bucket),
		Key:    aws.String(key),
	})
	if err != nil {
		return nil, fmt.Errorf("fetching %s: %w", key, err)
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}
