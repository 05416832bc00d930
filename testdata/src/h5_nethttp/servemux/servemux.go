// Package main: H5, net/http's ServeMux behind httpadapter.
package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-xray-sdk-go/xray"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type server struct {
	mux    *http.ServeMux
	client *s3.Client
}

func newServer() *server {
	s := &server{mux: http.NewServeMux(), client: s3.New(s3.Options{})}
	s.routes()
	return s
}

func (s *server) routes() {
	s3.New(s3.Options{})
	s.mux.HandleFunc("GET /orders/{id}", s.get)
	s.mux.Handle("POST /orders", logged(http.HandlerFunc(s.create)))
	s.mux.HandleFunc("/made", s.made())
	s.mux.Handle("/static/", http.StripPrefix("/static", http.HandlerFunc(static)))
	s.mux.Handle("/slow", http.TimeoutHandler(slow{}, time.Second, "slow"))
}

func (s *server) get(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func (s *server) create(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func (s *server) made() http.HandlerFunc {
	s3.New(s3.Options{})
	return func(w http.ResponseWriter, r *http.Request) {
		s3.New(s3.Options{}) // want `s3\.New`
	}
}

func static(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

type slow struct{}

func (slow) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

// logged wraps once: plain composition.
func logged(next http.Handler) http.Handler {
	s3.New(s3.Options{})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s3.New(s3.Options{}) // want `s3\.New`
		next.ServeHTTP(w, r)
	})
}

var adapter *httpadapter.HandlerAdapterALB

func main() {
	s := newServer()
	adapter = httpadapter.NewALB(xray.Handler(xray.NewFixedSegmentNamer("app"), logged(s.mux)))
	lambda.Start(func(ctx context.Context, req events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
		return adapter.ProxyWithContext(ctx, req)
	})
}
