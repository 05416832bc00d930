// Package main: H5, a program that runs on Lambda or on a port: its routes are
// per request in both.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
	"github.com/go-chi/chi/v5"
)

func main() {
	h := newHandler()
	if onLambda() {
		lambda.Start(httpadapter.NewV2(h).ProxyWithContext)
		return
	}
	// The admin routes are served on a port only.
	admin := http.NewServeMux()
	admin.HandleFunc("/admin", func(w http.ResponseWriter, r *http.Request) { s3.New(s3.Options{}) })
	admin.Handle("/", h)
	log.Fatal(http.ListenAndServe(":8080", admin))
}

func onLambda() bool { return os.Getenv("AWS_LAMBDA_RUNTIME_API") != "" }

func newHandler() http.Handler {
	s3.New(s3.Options{})
	r := chi.NewRouter()
	for _, m := range middlewares() {
		r.Use(m)
	}
	r.Get("/", index)
	return recovered(r)
}

func middlewares() []func(http.Handler) http.Handler {
	return []func(http.Handler) http.Handler{recovered, tenant("x")}
}

func tenant(name string) func(http.Handler) http.Handler {
	s3.New(s3.Options{})
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			s3.New(s3.Options{}) // want `s3\.New`
			next.ServeHTTP(w, r)
		})
	}
}

func recovered(next http.Handler) http.Handler {
	s3.New(s3.Options{})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if recover() != nil {
				s3.New(s3.Options{}) // want `s3\.New`
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func index(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}
