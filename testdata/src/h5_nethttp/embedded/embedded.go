// Package main: H5, routers that are parts of the module's own types, embedded
// or not, by value or not.
package main

import (
	"context"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdaurl"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type promoted struct{ *http.ServeMux }

func (*promoted) index(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

type outer struct{ http.Handler }

type byValue struct{ http.ServeMux }

func (*byValue) index(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

type server struct{ public, internal http.ServeMux }

func (s *server) routes() {
	s.public.HandleFunc("/", shown)
	s.internal.HandleFunc("/", hidden)
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.public.ServeHTTP(w, r) }

func shown(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

// hidden is a route of the part that nothing serves.
func hidden(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{})
}

// both is started as a lambda.Handler; it serves HTTP elsewhere.
type both struct{}

func (both) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

func (both) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{})
}

func main() {
	switch os.Getenv("HANDLER") {
	case "promoted":
		p := &promoted{http.NewServeMux()}
		p.HandleFunc("/", p.index)
		adapter := httpadapter.New(outer{p})
		lambda.Start(func(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
			return adapter.ProxyWithContext(ctx, r)
		})
	case "value":
		v := &byValue{}
		v.HandleFunc("/", v.index)
		lambda.Start(httpadapter.New(v).ProxyWithContext)
	case "parts":
		s := &server{}
		s.routes()
		lambdaurl.Start(s)
	default:
		lambda.Start(both{})
	}
}
