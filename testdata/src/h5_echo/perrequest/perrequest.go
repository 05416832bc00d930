// Package main: H5 and C1, the whole echo app is built in the handler, with
// what its set-up builds beside it.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	echolambda "github.com/awslabs/aws-lambda-go-api-proxy/echo"

	"example.test/lambda/h5_echo/perrequest/api"
)

func main() {
	lambda.Start(func(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		e := api.New()         // want `echo\.New`
		a := echolambda.New(e) // want `echo(adapter)?\.New`
		return a.ProxyWithContext(ctx, req)
	})
}
