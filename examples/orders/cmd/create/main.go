// Command create takes an order over HTTP. Its own code is right: main builds
// what the handler needs and injects it. What the service does with it is not.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"github.com/lambdainit/lambdainit/examples/orders/internal/checkout"
	"github.com/lambdainit/lambdainit/examples/orders/internal/order"
	"github.com/lambdainit/lambdainit/examples/orders/internal/settings"
	"github.com/lambdainit/lambdainit/examples/orders/internal/store"
)

func main() {
	cfg, err := settings.AWS()
	if err != nil {
		log.Fatal(err)
	}
	f := &function{service: &checkout.Service{
		Table:   store.NewOrders(dynamodb.NewFromConfig(cfg), settings.Table()),
		Archive: store.NewArchive(cfg, settings.Bucket()),
	}}
	lambda.Start(f.handle)
}

type function struct{ service *checkout.Service }

func (f *function) handle(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	o, err := order.Parse(req.Body)
	if err != nil {
		return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusBadRequest, Body: err.Error()}, nil
	}
	if err := f.service.Place(ctx, o); err != nil {
		return events.APIGatewayV2HTTPResponse{}, err
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusAccepted, Body: o.JSON()}, nil
}
