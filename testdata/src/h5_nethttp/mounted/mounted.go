// Package main: H5, routes beside a mounted router are not that router's.
package main

import (
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambdaurl"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	inner := http.NewServeMux()
	inner.HandleFunc("/inner", index)
	mux := http.NewServeMux()
	mux.HandleFunc("/", index)
	mux.Handle("/in/", http.StripPrefix("/in", inner))
	inner.HandleFunc("/late", late)
	if os.Getenv("AWS_LAMBDA_RUNTIME_API") != "" {
		lambdaurl.Start(mux)
		return
	}
	local := http.NewServeMux()
	local.HandleFunc("/debug", debug)
	local.Handle("/", mux)
	if err := http.ListenAndServe(":8080", local); err != nil {
		panic(err)
	}
}

func index(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func late(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

// debug is served locally only.
func debug(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{})
}
