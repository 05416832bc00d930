// Package main: H5, DefaultServeMux where a nil handler means it.
package main

import (
	"net/http"

	"github.com/akrylysov/algnhsa"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	s3.New(s3.Options{})
	http.HandleFunc("/", index)
	http.Handle("/other", http.HandlerFunc(other))
	http.DefaultServeMux.HandleFunc("/third", third)

	// A mux of its own, which nobody serves.
	unserved := http.NewServeMux()
	unserved.HandleFunc("/", never)

	algnhsa.ListenAndServe(nil, &algnhsa.Options{UseProxyPath: true})
}

func index(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func other(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func third(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func never(w http.ResponseWriter, r *http.Request) { s3.New(s3.Options{}) }
