// Package main: H5, fiber: middleware is a handler like any other.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	fiberadapter "github.com/awslabs/aws-lambda-go-api-proxy/fiber"
	"github.com/gofiber/fiber/v2"
)

var fiberLambda *fiberadapter.FiberLambda

func init() {
	app := fiber.New(fiber.Config{ErrorHandler: onError})
	app.Use(use)
	app.Use("/prefix", made())
	app.Get("/", func(c *fiber.Ctx) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return c.SendString("ok")
	})
	app.Post("/orders", first, second)
	app.Add("PUT", "/orders/:id", update)
	app.All("/all", all)
	api := app.Group("/api", group)
	api.Get("/", (&ctl{client: s3.New(s3.Options{})}).index)
	app.Route("/admin", func(r fiber.Router) {
		s3.New(s3.Options{}) // a set-up callback, run once
		r.Get("/", admin)
	})
	register(app)
	fiberLambda = fiberadapter.New(app)
}

func main() {
	lambda.Start(func(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
		return fiberLambda.ProxyWithContextV2(ctx, req)
	})
}

func onError(c *fiber.Ctx, err error) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return c.SendStatus(500)
}

func use(c *fiber.Ctx) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return c.Next()
}

func made() fiber.Handler {
	client := ssm.New(ssm.Options{})
	return func(c *fiber.Ctx) error {
		ssm.New(ssm.Options{}) // want `ssm\.New`
		c.Locals("client", client)
		return c.Next()
	}
}

func first(c *fiber.Ctx) error {
	s3.New(s3.Options{Region: c.Params("region")}) // of the request
	return c.Next()
}

func second(c *fiber.Ctx) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func update(c *fiber.Ctx) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func all(c *fiber.Ctx) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func group(c *fiber.Ctx) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return c.Next()
}

type ctl struct{ client *s3.Client }

func (x *ctl) index(c *fiber.Ctx) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func admin(c *fiber.Ctx) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func register(r fiber.Router) {
	s3.New(s3.Options{})
	r.Delete("/orders/:id", func(c *fiber.Ctx) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	})
}

func unrouted(c *fiber.Ctx) error {
	s3.New(s3.Options{})
	return nil
}
