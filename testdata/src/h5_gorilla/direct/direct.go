// Package main: H5, percall middleware direct adapter.
package main

import (
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/awslabs/aws-lambda-go-api-proxy/gorillamux"
	"github.com/gorilla/mux"
	"net/http"
)

// H5: gorilla/echo middleware bodies run per request; missed when the adapter's method (or algnhsa) is given directly
func plain(next http.Handler) http.Handler {
	c := sns.New(sns.Options{}) // want `New|Open`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _ = c; next.ServeHTTP(w, r) })
}

func main() {
	r := mux.NewRouter()
	r.Use(plain)
	r.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {})
	lambda.Start(gorillamux.NewV2(r).ProxyWithContext)
}
