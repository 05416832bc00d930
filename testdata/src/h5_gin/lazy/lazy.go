// Package main: H5 and G2, the adapter is built by the first request.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

var adapter *ginadapter.GinLambdaV2

func main() { lambda.Start(handle) }

func handle(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	if adapter == nil {
		r := gin.Default()
		client := s3.New(s3.Options{})
		r.GET("/", index(client))
		adapter = ginadapter.NewV2(r)
	}
	return adapter.ProxyWithContext(ctx, req)
}

func index(client *s3.Client) gin.HandlerFunc {
	s3.New(s3.Options{})
	return func(c *gin.Context) {
		s3.New(s3.Options{}) // want `s3\.New`
		_, _ = client.ListBuckets(c.Request.Context(), &s3.ListBucketsInput{})
	}
}
