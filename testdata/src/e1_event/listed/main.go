// Package main: E1, what is built for each of what an API lists depends on it;
// what only asks for them does not, and parameters are settings.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go/aws/session"
	old "github.com/aws/aws-sdk-go/service/s3"
)

var (
	store      = s3.New(s3.Options{})
	pages      = old.New(session.Must(session.NewSession()))
	parameters = ssm.New(ssm.Options{})
)

func handle(ctx context.Context) error {
	out, err := store.ListBuckets(ctx, nil)
	if err != nil {
		return err
	}
	for _, b := range out.Buckets {
		_ = s3.New(s3.Options{Region: *b.Name})
		_, err := s3.New(s3.Options{}).GetObject(ctx, &s3.GetObjectInput{Bucket: b.Name}) // want `s3\.New`
		if err != nil {
			return err
		}
	}
	err = pages.ListObjectsV2Pages(nil, func(page *old.ListObjectsV2Output, _ bool) bool {
		for _, o := range page.Contents {
			_ = s3.New(s3.Options{Region: *o.Key})
		}
		_ = s3.New(s3.Options{}) // want `s3\.New`
		return true
	})
	if err != nil {
		return err
	}
	for _, region := range []string{"eu-west-1", os.Getenv("REGION")} {
		_ = s3.New(s3.Options{Region: region}) // want `s3\.New`
	}
	found, err := parameters.GetParameter(ctx, nil)
	if err != nil {
		return err
	}
	_ = s3.New(s3.Options{Region: *found.Parameter.Value}) // want `s3\.New`
	return nil
}

func main() { lambda.Start(handle) }
