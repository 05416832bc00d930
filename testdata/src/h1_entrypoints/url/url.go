// Package main: H1, lambdaurl.Start serves an http.Handler.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdaurl"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type api struct{ client *s3.Client }

func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	lambdaurl.Start(&api{client: s3.New(s3.Options{})}, lambda.WithEnableSIGTERM())
}
