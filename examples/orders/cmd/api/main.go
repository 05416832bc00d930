// Command api serves the routes of httpapi behind an API gateway.
package main

import (
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"

	"github.com/lambdainit/lambdainit/examples/orders/internal/httpapi"
)

func main() {
	lambda.Start(httpadapter.NewV2(httpapi.New()).ProxyWithContext)
}
