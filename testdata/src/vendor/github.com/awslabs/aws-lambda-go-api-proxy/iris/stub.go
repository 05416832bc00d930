// Package irisadapter is a stub for tests: declarations only.
package irisadapter

import (
	"context"
	"github.com/aws/aws-lambda-go/events"
	"github.com/kataras/iris/v12"
)

type IrisLambda struct{}

func New(app *iris.Application) *IrisLambda { return nil }
func (i *IrisLambda) Proxy(req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{}, nil
}
func (i *IrisLambda) ProxyWithContext(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{}, nil
}
