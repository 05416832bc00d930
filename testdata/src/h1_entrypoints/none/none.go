// Package main: H1 near miss, a program that is no Lambda function at all.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	http.HandleFunc("/", serve)
	if err := http.ListenAndServe(":8080", nil); err != nil {
		panic(err)
	}
	_ = handle(context.Background())
}

func serve(w http.ResponseWriter, r *http.Request) { s3.New(s3.Options{}) }

func handle(ctx context.Context) error {
	s3.New(s3.Options{})
	return nil
}
