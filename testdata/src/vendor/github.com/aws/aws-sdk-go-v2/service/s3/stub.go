// Package s3 is a stub for tests: declarations only.
package s3

import (
	"context"
	"io"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

type AbortMultipartUploadInput struct {
}

type AbortMultipartUploadOutput struct {
}

type Client struct {
}

func (c *Client) AbortMultipartUpload(ctx context.Context, params *AbortMultipartUploadInput, optFns ...func(*Options)) (*AbortMultipartUploadOutput, error) {
	return nil, nil
}

func (c *Client) CompleteMultipartUpload(ctx context.Context, params *CompleteMultipartUploadInput, optFns ...func(*Options)) (*CompleteMultipartUploadOutput, error) {
	return nil, nil
}

func (c *Client) CreateMultipartUpload(ctx context.Context, params *CreateMultipartUploadInput, optFns ...func(*Options)) (*CreateMultipartUploadOutput, error) {
	return nil, nil
}

func (c *Client) DeleteObject(ctx context.Context, params *DeleteObjectInput, optFns ...func(*Options)) (*DeleteObjectOutput, error) {
	return nil, nil
}

func (c *Client) GetObject(ctx context.Context, params *GetObjectInput, optFns ...func(*Options)) (*GetObjectOutput, error) {
	return nil, nil
}

func (c *Client) HeadObject(ctx context.Context, params *HeadObjectInput, optFns ...func(*Options)) (*HeadObjectOutput, error) {
	return nil, nil
}

func (c *Client) ListBuckets(ctx context.Context, params *ListBucketsInput, optFns ...func(*Options)) (*ListBucketsOutput, error) {
	return nil, nil
}

func (c *Client) ListObjectsV2(ctx context.Context, params *ListObjectsV2Input, optFns ...func(*Options)) (*ListObjectsV2Output, error) {
	return nil, nil
}

func (c *Client) PutObject(ctx context.Context, params *PutObjectInput, optFns ...func(*Options)) (*PutObjectOutput, error) {
	return nil, nil
}

func (c *Client) UploadPart(ctx context.Context, params *UploadPartInput, optFns ...func(*Options)) (*UploadPartOutput, error) {
	return nil, nil
}

type CompleteMultipartUploadInput struct {
}

type CompleteMultipartUploadOutput struct {
}

type CreateMultipartUploadInput struct {
}

type CreateMultipartUploadOutput struct {
}

type DeleteObjectInput struct {
	Bucket *string
	Key    *string
}

type DeleteObjectOutput struct {
}

type GetObjectInput struct {
	Bucket *string
	Key    *string
}

type GetObjectOutput struct {
	Body io.ReadCloser
}

type HeadObjectAPIClient interface {
	HeadObject(context.Context, *HeadObjectInput, ...func(*Options)) (*HeadObjectOutput, error)
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
	Buckets []types.Bucket
}

type ListObjectsV2APIClient interface {
	ListObjectsV2(context.Context, *ListObjectsV2Input, ...func(*Options)) (*ListObjectsV2Output, error)
}

type ListObjectsV2Input struct {
	Bucket *string
	Prefix *string
}

type ListObjectsV2Output struct {
	Contents []types.Object
}

type ListObjectsV2Paginator struct {
}

func (p *ListObjectsV2Paginator) HasMorePages() bool { return false }

func (p *ListObjectsV2Paginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*ListObjectsV2Output, error) {
	return nil, nil
}

type ListObjectsV2PaginatorOptions struct {
}

func New(options Options, optFns ...func(*Options)) *Client { return nil }

func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client { return nil }

func NewListObjectsV2Paginator(client ListObjectsV2APIClient, params *ListObjectsV2Input, optFns ...func(*ListObjectsV2PaginatorOptions)) *ListObjectsV2Paginator {
	return nil
}

func NewObjectExistsWaiter(client HeadObjectAPIClient, optFns ...func(*ObjectExistsWaiterOptions)) *ObjectExistsWaiter {
	return nil
}

func NewPresignClient(c *Client, optFns ...func(*PresignOptions)) *PresignClient { return nil }

type ObjectExistsWaiter struct {
}

func (w *ObjectExistsWaiter) Wait(ctx context.Context, params *HeadObjectInput, maxWaitDur time.Duration, optFns ...func(*ObjectExistsWaiterOptions)) error {
	return nil
}

type ObjectExistsWaiterOptions struct {
}

type Options struct {
	BaseEndpoint *string
	Credentials  aws.CredentialsProvider
	Logger       any
	Region       string
	UsePathStyle bool
}

type PresignClient struct {
}

func (c *PresignClient) PresignGetObject(ctx context.Context, params *GetObjectInput, optFns ...func(*PresignOptions)) (*v4.PresignedHTTPRequest, error) {
	return nil, nil
}

type PresignOptions struct {
	Expires time.Duration
}

type PutObjectInput struct {
	Bucket *string
	Key    *string
	Body   io.Reader
}

type PutObjectOutput struct {
}

type UploadPartInput struct {
}

type UploadPartOutput struct {
}

func WithPresignExpires(dur time.Duration) func(*PresignOptions) { return nil }
