// Package main: H1, cfn.LambdaWrap; the function has three results.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/cfn"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func resource(ctx context.Context, event cfn.Event) (id string, data map[string]interface{}, err error) {
	s3.New(s3.Options{}) // want `s3\.New`
	if event.RequestType == cfn.RequestDelete {
		return
	}
	return "id", nil, nil
}

func main() {
	lambda.Start(cfn.LambdaWrap(resource))
}
