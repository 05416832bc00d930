// Package main: R1, a GraphQL engine calls its resolvers' methods, and those of
// what they return; it is made once.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/graph-gophers/graphql-go"
)

type resolver struct{ shared *s3.Client }

func (r *resolver) Picture(ctx context.Context, id string) (*picture, error) {
	_ = s3.New(s3.Options{})           // want `s3\.New`
	_ = s3.New(s3.Options{Region: id}) // the event's
	return &picture{r.shared}, nil
}

// unseen is called by nobody: GraphQL sees exported methods.
func (r *resolver) unseen() { _ = s3.New(s3.Options{}) }

type picture struct{ client *s3.Client }

func (p *picture) Bytes(ctx context.Context) (string, error) {
	_, err := p.client.GetObject(ctx, nil)
	_ = s3.New(s3.Options{}) // want `s3\.New`
	return "", err
}

var schema = graphql.MustParseSchema(`type Query { picture(id: String!): Picture! }`, &resolver{s3.New(s3.Options{})})

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (*graphql.Response, error) {
	return schema.Exec(ctx, e.Body, "", nil), nil
}

func main() { lambda.Start(handle) }
