// Package main: P1, what a function builds and does not return stays at its call.
package main

import (
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/xeipuuv/gojsonschema"
)

func main() { lambda.Start(handle) }

const order = `{"type": "object"}`

func handle(event events.APIGatewayProxyRequest) bool {
	result, err := validate(event.Body, order)
	if err != nil || !result.Valid() {
		return false
	}
	_, _ = validate(event.Body, event.Resource)
	schema, err := compiled() // want `^gojsonschema\.NewSchema is built again .*; make this call once`
	if err != nil {
		return false
	}
	other, err := schema.Validate(gojsonschema.NewStringLoader(event.Body))
	return err == nil && other.Valid()
}

// The result depends on the event, the schema does not.
func validate(body, schema string) (*gojsonschema.Result, error) {
	return gojsonschema.Validate(gojsonschema.NewStringLoader(schema), gojsonschema.NewStringLoader(body)) // want `^gojsonschema\.Validate is built again .*; do that once, at package scope, and use the result here$`
}

// The schema itself is returned.
func compiled() (*gojsonschema.Schema, error) {
	return gojsonschema.NewSchema(gojsonschema.NewStringLoader(order))
}
