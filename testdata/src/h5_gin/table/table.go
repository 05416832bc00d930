// Package main: H5, routes from a table, in a struct that holds the engine.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

type route struct {
	method, path string
	handler      gin.HandlerFunc
}

type server struct {
	engine  *gin.Engine
	adapter *ginadapter.GinLambdaALB
	client  *s3.Client
}

func newServer() *server {
	s := &server{engine: gin.New(), client: s3.New(s3.Options{})}
	for _, r := range s.routes() {
		s.engine.Handle(r.method, r.path, r.handler)
	}
	for path, h := range map[string]gin.HandlerFunc{"/a": a, "/b": b} {
		s.engine.Any(path, h)
	}
	s.adapter = ginadapter.NewALB(s.engine)
	return s
}

func (s *server) routes() []route {
	s3.New(s3.Options{})
	return []route{
		{http.MethodGet, "/", s.index},
		{method: http.MethodPost, path: "/", handler: func(c *gin.Context) {
			s3.New(s3.Options{}) // want `s3\.New`
		}},
	}
}

func (s *server) index(c *gin.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func a(c *gin.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func b(c *gin.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func (s *server) handle(ctx context.Context, req events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	return s.adapter.ProxyWithContext(ctx, req)
}

func main() { lambda.Start(newServer().handle) }
