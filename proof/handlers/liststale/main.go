// Command liststale is the note's last form: the listing, too, stands outside
// the handler. It is fast because it asks S3 once and repeats that answer for
// as long as its execution environment lives. Do not do this.
package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var names []string

func init() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(fmt.Errorf("loading the AWS configuration: %w", err))
	}
	client := s3.NewFromConfig(cfg)

	out, err := client.ListBuckets(context.Background(), &s3.ListBucketsInput{})
	if err != nil {
		panic(fmt.Errorf("listing the buckets: %w", err))
	}
	names = make([]string, 0, len(out.Buckets))
	for _, bucket := range out.Buckets {
		names = append(names, aws.ToString(bucket.Name))
	}
}

func handler(context.Context) ([]string, error) {
	return names, nil
}

func main() {
	lambda.Start(handler)
}
