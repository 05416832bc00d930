// Package main: H5, function types with a method ServeHTTP, of whatever shape the
// functions are.
package main

import (
	"context"
	"io"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type fails func(w http.ResponseWriter, r *http.Request) error

func (f fails) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := f(w, r); err != nil {
		sns.New(sns.Options{}) // want `sns\.New`
	}
}

type endpoint func(ctx context.Context, body []byte) (any, error)

func (e endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	_, _ = e(r.Context(), body)
}

var adapter *httpadapter.HandlerAdapterV2

func main() {
	m := http.NewServeMux()
	m.Handle("POST /", fails(create))
	m.Handle("GET /", endpoint((&service{}).get))

	// No adapter gets this one.
	local := http.NewServeMux()
	local.Handle("/", endpoint(never))

	adapter = httpadapter.NewV2(m)
	lambda.Start(handle)
}

func handle(ctx context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return adapter.ProxyWithContext(ctx, r)
}

func create(w http.ResponseWriter, r *http.Request) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type service struct{}

func (*service) get(ctx context.Context, body []byte) (any, error) {
	sqs.New(sqs.Options{})                     // want `sqs\.New`
	sqs.New(sqs.Options{Region: string(body)}) // near miss: from the request
	return nil, nil
}

func never(ctx context.Context, body []byte) (any, error) {
	s3.New(s3.Options{})
	return nil, nil
}
