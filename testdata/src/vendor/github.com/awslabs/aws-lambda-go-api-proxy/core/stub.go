// Package core is a stub for tests: declarations only.
package core

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
)

func GetAPIGatewayContextFromContext(ctx context.Context) (events.APIGatewayProxyRequestContext, bool) {
	return events.APIGatewayProxyRequestContext{}, false
}

func NewSwitchableAPIGatewayRequestV1(v *events.APIGatewayProxyRequest) *SwitchableAPIGatewayRequest {
	return nil
}

type RequestAccessor struct {
}

type SwitchableAPIGatewayRequest struct {
}

func (s *SwitchableAPIGatewayRequest) Version1() *events.APIGatewayProxyRequest { return nil }

func (s *SwitchableAPIGatewayRequest) Version2() *events.APIGatewayV2HTTPRequest { return nil }

type SwitchableAPIGatewayResponse struct {
}

func (s *SwitchableAPIGatewayResponse) Version1() *events.APIGatewayProxyResponse { return nil }

func (s *SwitchableAPIGatewayResponse) Version2() *events.APIGatewayV2HTTPResponse { return nil }
