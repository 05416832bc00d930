// Package main: H5, an own handler calls an adapter of what was composed around
// a mux, and what stands around it only calls the next handler.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

var (
	first  *httpadapter.HandlerAdapterV2
	second *httpadapter.HandlerAdapter
	third  *httpadapter.HandlerAdapter
)

func main() {
	m := http.NewServeMux()
	m.HandleFunc("/", index)
	first = httpadapter.NewV2(allow(m))
	second = httpadapter.New(&logged{next: http.HandlerFunc(other)})
	third = httpadapter.New(newApp())

	// Composed, but given to no adapter.
	local := http.NewServeMux()
	local.HandleFunc("/", never)
	_ = allow(local)

	lambda.Start(handle)
}

func handle(ctx context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	if _, err := second.ProxyWithContext(ctx, events.APIGatewayProxyRequest{}); err != nil {
		return events.APIGatewayV2HTTPResponse{}, err
	}
	if _, err := third.ProxyWithContext(ctx, events.APIGatewayProxyRequest{}); err != nil {
		return events.APIGatewayV2HTTPResponse{}, err
	}
	return first.ProxyWithContext(ctx, r)
}

func allow(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		next.ServeHTTP(w, r)
	})
}

type logged struct{ next http.Handler }

func (l *logged) ServeHTTP(w http.ResponseWriter, r *http.Request) { l.next.ServeHTTP(w, r) }

// app is a router of the program's own, around a mux.
type app struct{ mux *http.ServeMux }

func newApp() *app {
	a := &app{mux: http.NewServeMux()}
	a.mux.HandleFunc("/", own)
	return a
}

func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.mux.ServeHTTP(w, r) }

func own(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func index(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func other(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func never(w http.ResponseWriter, r *http.Request) { s3.New(s3.Options{}) }
