// Package main: H1, cfn.LambdaWrapSNS with a literal in a variable.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/cfn"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var resource cfn.CustomResourceFunction = func(ctx context.Context, event cfn.Event) (string, map[string]interface{}, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return "id", nil, nil
}

func main() {
	lambda.Start(cfn.LambdaWrapSNS(resource))
}
