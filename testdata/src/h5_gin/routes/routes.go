// Package main: H5, gin behind aws-lambda-go-api-proxy; the adapter is kept in
// a package variable and called from an own handler.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

var ginLambda *ginadapter.GinLambda

func init() {
	s3.New(s3.Options{})
	r := gin.Default()
	r.Use(middleware, makeMiddleware("x"), gin.Recovery())
	r.GET("/ping", func(c *gin.Context) {
		s3.New(s3.Options{}) // want `s3\.New`
		c.JSON(http.StatusOK, gin.H{"message": "pong"})
	})
	r.POST("/orders", guard(), create)
	r.Handle(http.MethodPut, "/orders/:id", update)
	r.Match([]string{http.MethodPatch}, "/orders/:id", patch)
	r.Any("/any", any_)
	r.NoRoute(notFound)

	api := &api{client: s3.New(s3.Options{})}
	v1 := r.Group("/v1", groupMiddleware)
	{
		s3.New(s3.Options{}) // a block, run once
		v1.GET("/list", api.list)
		v1.DELETE("/:id", api.remove())
	}
	setup(r.Group("/admin"))
	r.GET("/std", gin.WrapF(standard))
	r.GET("/stdh", gin.WrapH(http.HandlerFunc(standardHandler)))
	ginLambda = ginadapter.New(r)
}

func main() { lambda.Start(handle) }

func handle(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return ginLambda.ProxyWithContext(ctx, req)
}

func middleware(c *gin.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
	c.Next()
}

// makeMiddleware runs once; the closure it returns runs per request.
func makeMiddleware(name string) gin.HandlerFunc {
	client := s3.New(s3.Options{})
	return func(c *gin.Context) {
		s3.New(s3.Options{}) // want `s3\.New`
		c.Set(name, client)
	}
}

func guard() gin.HandlerFunc {
	s3.New(s3.Options{})
	return func(c *gin.Context) { c.Next() }
}

func create(c *gin.Context) {
	s3.New(s3.Options{Region: c.Query("region")}) // of the request
	save(c)
}

func save(c *gin.Context) {
	sqs.New(sqs.Options{}) // want `sqs\.New`
}

func update(c *gin.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func patch(c *gin.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func any_(c *gin.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func notFound(c *gin.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func groupMiddleware(c *gin.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

type api struct{ client *s3.Client }

func (a *api) list(c *gin.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
	if a.client == nil {
		a.client = s3.New(s3.Options{})
	}
}

func (a *api) remove() gin.HandlerFunc {
	s3.New(s3.Options{})
	return func(c *gin.Context) {
		s3.New(s3.Options{}) // want `s3\.New`
	}
}

func setup(g *gin.RouterGroup) {
	s3.New(s3.Options{})
	g.Use(func(c *gin.Context) {
		s3.New(s3.Options{}) // want `s3\.New`
	})
	g.GET("/", func(c *gin.Context) {
		s3.New(s3.Options{}) // want `s3\.New`
	})
}

func standard(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func standardHandler(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

// unrouted is a gin handler that no route names.
func unrouted(c *gin.Context) { s3.New(s3.Options{}) }
