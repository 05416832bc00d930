// Package main: H5, routes set up in other packages. The registration is the
// last call inside this package on the way to them (P3).
package main

import (
	"github.com/aws/aws-lambda-go/lambda"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"

	"example.test/lambda/h5_gin/apart/router"
)

func main() {
	lambda.Start(ginadapter.New(router.Engine()).ProxyWithContext) // want `dynamodb\.New` `s3\.New` `sqs\.New`
}
