// Package chiadapter is a stub for tests: declarations only.
package chiadapter

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	chi "github.com/go-chi/chi/v5"
)

type ChiLambda struct {
}

func (g *ChiLambda) Proxy(req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{}, nil
}

func (g *ChiLambda) ProxyWithContext(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{}, nil
}

type ChiLambdaV2 struct {
}

func (g *ChiLambdaV2) ProxyWithContextV2(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return events.APIGatewayV2HTTPResponse{}, nil
}

func New(chi *chi.Mux) *ChiLambda { return nil }

func NewV2(chi *chi.Mux) *ChiLambdaV2 { return nil }
