// Package main: H1, lambdaurl.Wrap.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdaurl"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s3.New(s3.Options{}) // want `s3\.New`
	})
	lambda.Start(lambdaurl.Wrap(h))
}
