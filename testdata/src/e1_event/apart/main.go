// Package main: E1 call by call, over package borders (facts).
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"

	"example.test/lambda/e1_event/apart/clients"
)

type event struct{ Region, Text string }

func main() { lambda.Start(handle) }

func handle(ctx context.Context, e event) error {
	clients.S3(e.Region)
	clients.S3("eu-central-1")          // want `s3\.New`
	clients.S3(os.Getenv("AWS_REGION")) // want `s3\.New`

	clients.Factory{Region: e.Region}.New()
	clients.Factory{Region: "eu-central-1"}.New() // want `s3\.New`

	if err := clients.Publish(ctx, e.Region, "hello"); err != nil {
		return err
	}
	if err := clients.Publish(ctx, "eu-central-1", e.Text); err != nil { // want `sns\.New`
		return err
	}
	return relay(ctx, e.Region)
}

func relay(ctx context.Context, region string) error {
	return clients.Publish(ctx, region, "relayed")
}
