// Package lambdacontext is a stub for tests: declarations only.
package lambdacontext

import (
	"context"
)

type ClientContext struct {
	Env    map[string]string
	Custom map[string]string
}

func FromContext(ctx context.Context) (*LambdaContext, bool) { return nil, false }

var FunctionName string

var FunctionVersion string

type LambdaContext struct {
	AwsRequestID       string
	InvokedFunctionArn string
	ClientContext      ClientContext
}

var LogGroupName string

var LogStreamName string

var MemoryLimitInMB int

func NewContext(parent context.Context, lc *LambdaContext) context.Context { return nil }
