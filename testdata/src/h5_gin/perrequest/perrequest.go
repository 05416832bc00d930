// Package main: H5 and C1, router and adapter built again on each request.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

func main() {
	lambda.Start(func(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
		r := gin.New() // want `gin\.New`
		routes(r)
		return ginadapter.NewV2(r).ProxyWithContext(ctx, req) // want `gin(adapter)?\.NewV2`
	})
}

// routes runs per request here, and so does what it builds itself.
func routes(r *gin.Engine) {
	client := s3.New(s3.Options{}) // want `s3\.New`
	r.GET("/", func(c *gin.Context) {
		_, _ = client.ListBuckets(c.Request.Context(), &s3.ListBucketsInput{})
		s3.New(s3.Options{}) // want `s3\.New`
	})
}
