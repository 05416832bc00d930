// Package main: H5, routes set up in other packages. The last call inside this
// package on the way to them is the one that gives the router (P3).
package main

import (
	"github.com/aws/aws-lambda-go/lambda"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"

	"example.test/lambda/h5_gin/apart/router"
)

func main() {
	engine := router.Engine()
	adapter := ginadapter.New(engine)
	lambda.Start(adapter.ProxyWithContext) // want `dynamodb\.New` `s3\.New` `sqs\.New`
}
