// Package main: H5, gorilla/mux: its middleware is applied per request.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/awslabs/aws-lambda-go-api-proxy/core"
	"github.com/awslabs/aws-lambda-go-api-proxy/gorillamux"
	"github.com/gorilla/mux"
)

var adapter *gorillamux.GorillaMuxAdapter

func main() {
	r := mux.NewRouter()
	r.Use(perRequest, configured("x"))
	r.HandleFunc("/", index).Methods(http.MethodGet)
	r.Handle("/handler", &handler{client: s3.New(s3.Options{})})
	r.Path("/path").HandlerFunc(onPath)
	r.Path("/other").Handler(http.HandlerFunc(onOther))
	r.NotFoundHandler = http.HandlerFunc(notFound)
	sub := r.PathPrefix("/v1").Subrouter()
	sub.HandleFunc("/orders", orders)
	setup(sub)
	adapter = gorillamux.New(r)
	lambda.Start(handle)
}

func handle(ctx context.Context, req events.APIGatewayProxyRequest) (*core.SwitchableAPIGatewayResponse, error) {
	return adapter.ProxyWithContext(ctx, *core.NewSwitchableAPIGatewayRequestV1(&req))
}

func perRequest(next http.Handler) http.Handler {
	s3.New(s3.Options{}) // want `s3\.New`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s3.New(s3.Options{}) // want `s3\.New`
		next.ServeHTTP(w, r)
	})
}

func configured(name string) mux.MiddlewareFunc {
	ssm.New(ssm.Options{})
	return func(next http.Handler) http.Handler {
		ssm.New(ssm.Options{}) // want `ssm\.New`
		return next
	}
}

func index(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{Region: mux.Vars(r)["region"]}) // of the request
	s3.New(s3.Options{})                              // want `s3\.New`
}

type handler struct{ client *s3.Client }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func onPath(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func onOther(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func notFound(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func orders(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func setup(r *mux.Router) {
	s3.New(s3.Options{})
	r.HandleFunc("/more", func(w http.ResponseWriter, r *http.Request) {
		s3.New(s3.Options{}) // want `s3\.New`
	})
}
