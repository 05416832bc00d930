// Package main: H4, H5: functions of another module that register a handler on
// an object beside it.
package main

import (
	"context"
	"net/http"

	"github.com/acme-inc/lambdakit/api"
	"github.com/aws/aws-lambda-go/lambdaurl"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type input struct{ ID string }

type output struct{}

func main() {
	mux := http.NewServeMux()
	routes(api.New(mux, "orders"))
	admin(api.New(http.NewServeMux(), "admin"))
	lambdaurl.Start(mux)
}

func routes(a api.API) {
	s3.New(s3.Options{})
	api.Get(a, "/orders", list)
	api.Describe(a, func() string {
		s3.New(s3.Options{}) // once: takes nothing of an event
		return "orders"
	})
}

// admin registers on a router that no entry point gets.
func admin(a api.API) { api.Get(a, "/users", users) }

func list(ctx context.Context, in *input) (*output, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func users(ctx context.Context, in *input) (*output, error) {
	s3.New(s3.Options{})
	return nil, nil
}
