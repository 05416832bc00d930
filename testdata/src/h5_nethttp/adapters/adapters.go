// Package main: H5, the other adapters: algnhsa.New, apex/gateway, ridge,
// lambdaurl, handlerfunc, httpadapter v1.
package main

import (
	"context"
	"net/http"
	"os"

	"github.com/akrylysov/algnhsa"
	"github.com/apex/gateway"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdaurl"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/handlerfunc"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
	"github.com/fujiwara/ridge"
	"github.com/shogo82148/ridgenative"
)

func main() {
	switch os.Getenv("ADAPTER") {
	case "algnhsa":
		lambda.StartHandler(algnhsa.New(http.HandlerFunc(one), nil))
	case "gateway":
		lambda.Start(gateway.NewGateway(http.HandlerFunc(two)).Invoke)
	case "listen":
		_ = gateway.ListenAndServe("", router{})
	case "ridge":
		ridge.Run(":8080", "/", http.HandlerFunc(three))
	case "ridge new":
		r := ridge.New(":8080", "/", http.HandlerFunc(four))
		r.RunWithContext(context.Background())
	case "ridgenative":
		_ = ridgenative.ListenAndServe(":8080", http.HandlerFunc(eight))
	case "handlerfunc":
		lambda.Start(handlerfunc.New(five).ProxyWithContext)
	case "httpadapter":
		lambda.Start(httpadapter.New(http.HandlerFunc(six)).Proxy)
	case "lambdaurl":
		mux := http.NewServeMux()
		mux.HandleFunc("/", seven)
		lambdaurl.Start(mux)
	default:
		// A test server: no Lambda.
		_ = http.ListenAndServe(":8080", http.HandlerFunc(local))
	}
}

func one(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func two(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func three(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func four(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func five(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func six(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func seven(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func eight(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func local(w http.ResponseWriter, r *http.Request) { s3.New(s3.Options{}) }

type router struct{}

func (router) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}
