// Package main: H1 and H4, entry points held in variables.
package main

import (
	"context"
	"net/http"
	"os"

	"github.com/apex/gateway"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var start = lambda.Start // a seam for tests

var listen func(string, http.Handler) error = http.ListenAndServe

func main() {
	if os.Getenv("HTTP") != "" {
		if os.Getenv("AWS_LAMBDA_FUNCTION_NAME") != "" {
			listen = gateway.ListenAndServe
		}
		_ = listen(":8080", http.HandlerFunc(serve))
		return
	}
	run := lambda.StartWithOptions
	if os.Getenv("QUEUE") != "" {
		run(queue, lambda.WithContext(context.Background()))
	}
	start(handle)
}

func handle(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func queue(ctx context.Context) error {
	sqs.New(sqs.Options{}) // want `sqs\.New`
	return nil
}

func serve(w http.ResponseWriter, r *http.Request) {
	sns.New(sns.Options{}) // want `sns\.New`
}
