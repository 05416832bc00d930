// Package main: H2, embedded lambda handler.
package main

import (
	"context"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// H2: promoted Invoke of an embedded lambda.Handler
type app struct{ lambda.Handler }

type core struct{}

func (core) Invoke(ctx context.Context, p []byte) ([]byte, error) {
	_ = s3.New(s3.Options{}) // want `New|Open`
	return p, nil
}

func main() { lambda.StartHandler(app{core{}}) }
