// Package s3 is a stub for tests: declarations only.
package s3

import (
	"io"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

type GetObjectInput struct {
	Bucket *string
	Key    *string
}

type GetObjectOutput struct {
	Body io.ReadCloser
}

type HeadObjectInput struct {
	Bucket *string
	Key    *string
}

type HeadObjectOutput struct {
}

type ListBucketsInput struct {
}

type ListBucketsOutput struct {
}

func New(p client.ConfigProvider, cfgs ...*aws.Config) *S3 { return nil }

type PutObjectInput struct {
	Body   io.ReadSeeker
	Bucket *string
	Key    *string
}

type PutObjectOutput struct {
}

type S3 struct {
}

func (c *S3) GetObject(input *GetObjectInput) (*GetObjectOutput, error) { return nil, nil }

func (c *S3) HeadObject(input *HeadObjectInput) (*HeadObjectOutput, error) { return nil, nil }

func (c *S3) ListBuckets(input *ListBucketsInput) (*ListBucketsOutput, error) { return nil, nil }

func (c *S3) PutObject(input *PutObjectInput) (*PutObjectOutput, error) { return nil, nil }

func (c *S3) ListObjectsV2Pages(input *ListObjectsV2Input, fn func(*ListObjectsV2Output, bool) bool) error {
	return nil
}

type ListObjectsV2Input struct {
	Bucket *string
}

type ListObjectsV2Output struct {
	Contents []*Object
}

type Object struct {
	Key *string
}
