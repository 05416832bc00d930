// Package main: E2, the request's context is no dependence either.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambdaurl"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() { lambdaurl.Start(http.HandlerFunc(serve)) }

func serve(w http.ResponseWriter, r *http.Request) {
	cfg, err := config.LoadDefaultConfig(r.Context()) // want `config\.LoadDefaultConfig`
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	client := s3.NewFromConfig(cfg) // want `s3\.NewFromConfig`
	_, _ = client.ListBuckets(r.Context(), &s3.ListBucketsInput{})

	ctx := r.WithContext(r.Context()).Context()
	regional, err := config.LoadDefaultConfig(ctx, config.WithRegion(r.Host))
	if err != nil {
		return
	}
	s3.NewFromConfig(regional)
}
