// Package main: H5, chi set up again on every request: then all set-up
// callbacks and middleware bodies run per request as well.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	chiadapter "github.com/awslabs/aws-lambda-go-api-proxy/chi"
	"github.com/go-chi/chi/v5"
)

func main() { lambda.Start(handle) }

func handle(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return chiadapter.New(routes()).ProxyWithContext(ctx, req) // want `chi(adapter)?\.New` `chi\.NewRouter and s3\.New are built again on every invocation of main\.handle: for s3\.New a new TCP`
}

func routes() *chi.Mux {
	r := chi.NewRouter()
	r.Route("/", func(r chi.Router) {
		client := s3.New(s3.Options{}) // moves with the call of routes (P1)
		r.Get("/", func(w http.ResponseWriter, r *http.Request) {
			_, _ = client.ListBuckets(r.Context(), &s3.ListBucketsInput{})
		})
	})
	return r
}
