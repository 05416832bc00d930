// Command get answers with an order and with a link to its archived copy.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"github.com/lambdainit/lambdainit/examples/orders/internal/order"
	"github.com/lambdainit/lambdainit/examples/orders/internal/settings"
	"github.com/lambdainit/lambdainit/examples/orders/internal/store"
)

var (
	files *s3.Client       // built in init
	table *dynamodb.Client // meant to be built on first use
)

func init() {
	cfg, err := settings.AWS()
	if err != nil {
		log.Fatal(err)
	}
	files = s3.NewFromConfig(cfg)
}

func main() {
	lambda.Start(handle)
}

func handle(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	client, err := tableClient()
	if err != nil {
		return events.APIGatewayV2HTTPResponse{}, err
	}
	o, err := store.NewOrders(client, settings.Table()).Get(ctx, req.PathParameters["id"])
	if errors.Is(err, store.ErrNotFound) {
		return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusNotFound}, nil
	}
	if err != nil {
		return events.APIGatewayV2HTTPResponse{}, err
	}
	link, err := archived(ctx, o)
	if err != nil {
		return events.APIGatewayV2HTTPResponse{}, err
	}
	return events.APIGatewayV2HTTPResponse{
		StatusCode: http.StatusOK,
		Headers:    map[string]string{"Link": "<" + link + ">; rel=alternate"},
		Body:       o.JSON(),
	}, nil
}

// tableClient is meant to build the client once, but := declares a second
// variable called table. The one of the package stays nil for ever.
func tableClient() (*dynamodb.Client, error) {
	if table != nil {
		return table, nil
	}
	cfg, err := settings.AWS()
	if err != nil {
		return nil, err
	}
	table := dynamodb.NewFromConfig(cfg) // finding: aws-client
	return table, nil
}

// archived gives a link to an order's copy. A presign client is only a view of
// the client below it: cheap to build again.
func archived(ctx context.Context, o order.Order) (string, error) {
	req, err := s3.NewPresignClient(files).PresignGetObject(ctx, &s3.GetObjectInput{
		Bucket: aws.String(settings.Bucket()),
		Key:    aws.String(o.Tenant + "/" + o.ID + ".json"),
	})
	if err != nil {
		return "", err
	}
	return req.URL, nil
}
