// Package s3manager is a stub for tests: declarations only.
package s3manager

import (
	"io"

	"github.com/aws/aws-sdk-go/aws/client"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3iface"
)

type Downloader struct {
}

func (d Downloader) Download(w io.WriterAt, input *s3.GetObjectInput, options ...func(*Downloader)) (n int64, err error) {
	return
}

func NewDownloader(c client.ConfigProvider, options ...func(*Downloader)) *Downloader { return nil }

func NewUploader(c client.ConfigProvider, options ...func(*Uploader)) *Uploader { return nil }

func NewUploaderWithClient(svc s3iface.S3API, options ...func(*Uploader)) *Uploader { return nil }

type UploadInput struct {
	Body   io.Reader
	Bucket *string
	Key    *string
}

type UploadOutput struct {
}

type Uploader struct {
}

func (u Uploader) Upload(input *UploadInput, options ...func(*Uploader)) (*UploadOutput, error) {
	return nil, nil
}
