// Package negroniadapter is a stub for tests: declarations only.
package negroniadapter

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/urfave/negroni"
)

type NegroniAdapter struct {
}

func (h *NegroniAdapter) Proxy(event events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{}, nil
}

func (h *NegroniAdapter) ProxyWithContext(ctx context.Context, event events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{}, nil
}

func New(n *negroni.Negroni) *NegroniAdapter { return nil }
