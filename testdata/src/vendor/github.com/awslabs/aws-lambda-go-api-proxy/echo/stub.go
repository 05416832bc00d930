// Package echoadapter is a stub for tests: declarations only.
package echoadapter

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	echo "github.com/labstack/echo/v4"
)

type EchoLambda struct {
}

func (e *EchoLambda) Proxy(req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{}, nil
}

func (e *EchoLambda) ProxyWithContext(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{}, nil
}

type EchoLambdaALB struct {
}

func (e *EchoLambdaALB) Proxy(req events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	return events.ALBTargetGroupResponse{}, nil
}

func (e *EchoLambdaALB) ProxyWithContext(ctx context.Context, req events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	return events.ALBTargetGroupResponse{}, nil
}

type EchoLambdaV2 struct {
}

func (e *EchoLambdaV2) Proxy(req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return events.APIGatewayV2HTTPResponse{}, nil
}

func (e *EchoLambdaV2) ProxyWithContext(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return events.APIGatewayV2HTTPResponse{}, nil
}

func New(e *echo.Echo) *EchoLambda { return nil }

func NewALB(e *echo.Echo) *EchoLambdaALB { return nil }

func NewV2(e *echo.Echo) *EchoLambdaV2 { return nil }
