// Package main: H5, httprouter.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
	"github.com/julienschmidt/httprouter"
)

func main() {
	r := httprouter.New()
	r.GET("/", index)
	r.Handle(http.MethodPost, "/orders", create)
	r.HandlerFunc(http.MethodPut, "/orders", update)
	r.Handler(http.MethodDelete, "/orders", http.HandlerFunc(remove))
	r.NotFound = http.HandlerFunc(notFound)
	r.PanicHandler = onPanic
	r.GET("/made", made(s3.New(s3.Options{})))
	lambda.Start(httpadapter.NewV2(r).ProxyWithContext)
}

func index(w http.ResponseWriter, r *http.Request, p httprouter.Params) {
	s3.New(s3.Options{Region: p.ByName("region")}) // of the request
	s3.New(s3.Options{})                           // want `s3\.New`
}

func create(w http.ResponseWriter, r *http.Request, _ httprouter.Params) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func update(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func remove(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func notFound(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func onPanic(w http.ResponseWriter, r *http.Request, reason interface{}) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func made(c *s3.Client) httprouter.Handle {
	s3.New(s3.Options{})
	return func(w http.ResponseWriter, r *http.Request, _ httprouter.Params) {
		s3.New(s3.Options{}) // want `s3\.New`
	}
}
