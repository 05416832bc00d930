// Package main: H5, negroni around a ServeMux.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	negroniadapter "github.com/awslabs/aws-lambda-go-api-proxy/negroni"
	"github.com/urfave/negroni"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/", index)
	n := negroni.New()
	n.UseFunc(middleware)
	n.Use(&limiter{client: s3.New(s3.Options{})})
	n.UseHandler(mux)
	lambda.Start(negroniadapter.New(n).ProxyWithContext)
}

func index(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func middleware(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	s3.New(s3.Options{}) // want `s3\.New`
	next(w, r)
}

type limiter struct{ client *s3.Client }

func (l *limiter) ServeHTTP(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	s3.New(s3.Options{}) // want `s3\.New`
	next(w, r)
}
