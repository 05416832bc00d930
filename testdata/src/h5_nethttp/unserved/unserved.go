// Package main: H5 near miss, a Lambda whose handler does not serve the mux
// that the program also has (for its local metrics).
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/metrics", func(w http.ResponseWriter, r *http.Request) { s3.New(s3.Options{}) })
	http.HandleFunc("/debug", func(w http.ResponseWriter, r *http.Request) { s3.New(s3.Options{}) })
	go func() { _ = http.ListenAndServe(":9090", mux) }()
	lambda.Start(handle)
}

func handle(ctx context.Context) error { return nil }
