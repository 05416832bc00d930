// Package main: H5, the router stands behind an interface, and its method value
// goes to the adapter.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/handlerfunc"
	"github.com/go-chi/chi/v5"
)

type app struct{ Server http.Handler }

func main() {
	r := chi.NewRouter()
	r.Get("/", index)
	a := &app{Server: r}
	lambda.Start(a.handle)
}

func (a *app) handle(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	adapter := handlerfunc.New(a.Server.ServeHTTP) // want `handlerfunc\.New`
	return adapter.ProxyWithContext(ctx, req)
}

func index(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}
